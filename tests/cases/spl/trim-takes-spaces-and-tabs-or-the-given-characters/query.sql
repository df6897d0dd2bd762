WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    TRIM(CAST($p1 AS TEXT), CAST($p2 AS TEXT)) AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    LTRIM(CAST($p1 AS TEXT), CAST($p2 AS TEXT)) AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    RTRIM(CAST($p1 AS TEXT), CAST($p2 AS TEXT)) AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    TRIM(CAST($p3 AS TEXT), CAST($p4 AS TEXT)) AS d_5
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
-- $p1 = ' ZZZZabcZZ '
-- $p2 = ' Z'
-- $p3 = '\t x '
-- $p4 = ' \t'
