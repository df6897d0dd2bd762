WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    1.0e0 + 300.0e0 AS next_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    next_2,
    CAST($p1 AS TEXT) AS day_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    next_2,
    day_3
  FROM r3
  WHERE
    next_2 > 100.0e0
), r5 AS NOT MATERIALIZED (
  SELECT
    next_2
  FROM r4
)
SELECT
  next_2
FROM r5
-- $p1 = 'x'
