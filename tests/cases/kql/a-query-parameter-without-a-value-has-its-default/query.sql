WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(a_1 AS BIGINT) AS a_1
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(2 AS BIGINT)),
    (CAST(3 AS BIGINT))) AS given(a_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    a_1
  FROM r1
  WHERE
    a_1 >= CAST(2 AS BIGINT)
), r3 AS NOT MATERIALIZED (
  SELECT
    a_1,
    CAST($p1 AS TEXT) AS name_2,
    1.0e0 AS share_3
  FROM r2
)
SELECT
  a_1,
  name_2,
  share_3
FROM r3
-- $p1 = 'x'
