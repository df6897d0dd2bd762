WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    1111.0e0 AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    0.33e0 AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    CASE WHEN NOT 1.65e0 IS NULL THEN FORMAT('{:.3f}', ROUND(1.65e0, 3)) END AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    CASE WHEN NOT 6.0e0 IS NULL THEN FORMAT('{:.1f}', ROUND(6.0e0, 1)) END AS d_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    c_4,
    d_5
  FROM r5
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5
FROM r6
