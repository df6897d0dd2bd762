WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    STR_SPLIT(CAST($p1 AS TEXT), CAST($p2 AS TEXT)) AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    CAST(NULLIF(LENGTH(a_2), 0) AS DOUBLE) AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3
  FROM r3
)
SELECT
  a_2,
  b_3
FROM r4
-- $p1 = 'abécd'
-- $p2 = ''
