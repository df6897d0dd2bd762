WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CASE
      WHEN NOT CAST(NULL AS DOUBLE) IS NULL
      THEN FORMAT('{:.6f}', ROUND(CAST(NULL AS DOUBLE), 6))
    END AS t_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    CASE WHEN t_2 IS NULL THEN CAST($p1 AS TEXT) ELSE CAST($p2 AS TEXT) END AS none_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    t_2,
    none_3
  FROM r3
)
SELECT
  t_2,
  none_3
FROM r4
-- $p1 = 'none'
-- $p2 = 'some'
