WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    0.1e0 AS x_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2
  FROM r2
  WHERE
    x_2 < 1.0e0 AND 0.25e0 > x_2
), r4 AS NOT MATERIALIZED (
  SELECT
    x_2
  FROM r3
)
SELECT
  x_2
FROM r4
