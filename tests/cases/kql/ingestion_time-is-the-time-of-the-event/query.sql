WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(TimeGenerated_1 AS BIGINT) AS TimeGenerated_1,
    CAST(Computer_2 AS TEXT) AS Computer_2
  FROM (VALUES
    (CAST(638515008000000000 AS BIGINT), CAST($p1 AS TEXT))) AS given(TimeGenerated_1, Computer_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    TimeGenerated_1,
    Computer_2,
    TimeGenerated_1 AS c_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    TimeGenerated_1,
    Computer_2,
    c_3
  FROM r2
  WHERE
    TimeGenerated_1 > CAST(638396640000000000 AS BIGINT)
)
SELECT
  TimeGenerated_1,
  Computer_2,
  c_3
FROM r3
-- $p1 = 'web01'
