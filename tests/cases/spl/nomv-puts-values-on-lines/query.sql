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
    CAST($p3 AS TEXT) AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ARRAY_TO_STRING(a_2, CAST($p4 AS TEXT)) AS a_4,
    b_3
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    a_4,
    b_3
  FROM r4
)
SELECT
  a_4,
  b_3
FROM r5
-- $p1 = 'x,y'
-- $p2 = ','
-- $p3 = 'z'
-- $p4 = '\n'
