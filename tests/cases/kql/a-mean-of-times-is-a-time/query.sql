WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(d_1 AS BIGINT) AS d_1,
    CAST(t_2 AS BIGINT) AS t_2
  FROM (VALUES
    (CAST(36000000000 AS BIGINT), CAST(637134336000000000 AS BIGINT)),
    (CAST(72000000000 AS BIGINT), CAST(637136064000000000 AS BIGINT)),
    (CAST(NULL AS BIGINT), CAST(NULL AS BIGINT))) AS given(d_1, t_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN COUNT(d_1) = 0
      THEN ERROR('not supported: KQL avg of no times')
      WHEN SUM(CAST(d_1 AS INT128)) % COUNT(d_1) <> 0
      THEN ERROR('not supported: KQL avg of times between two ticks')
      ELSE CAST(SUM(CAST(d_1 AS INT128)) // COUNT(d_1) AS BIGINT)
    END AS avg_d_3,
    CASE
      WHEN COUNT(t_2) = 0
      THEN ERROR('not supported: KQL avg of no times')
      WHEN SUM(CAST(t_2 AS INT128)) % COUNT(t_2) <> 0
      THEN ERROR('not supported: KQL avg of times between two ticks')
      ELSE CAST(SUM(CAST(t_2 AS INT128)) // COUNT(t_2) AS BIGINT)
    END AS avg_t_4
  FROM r1
)
SELECT
  avg_d_3,
  avg_t_4
FROM r2
