WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(a_2 AS TEXT) AS a_2,
    CAST(b_3 AS TEXT) AS b_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT), CAST(NULL AS TEXT)),
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT), CAST($p3 AS TEXT))) AS given(_time_1, a_2, b_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    LAST_VALUE(a_2 IGNORE NULLS) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS a_4,
    LAST_VALUE(b_3 IGNORE NULLS) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS b_5,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    a_4,
    b_5
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    b_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    b_5,
    CAST($p4 AS TEXT) AS tier_6,
    CAST($p5 AS TEXT) AS odd_name_7
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    a_4,
    b_5,
    tier_6,
    odd_name_7
  FROM r6
)
SELECT
  a_4,
  b_5,
  tier_6,
  odd_name_7
FROM r7
-- $p1 = '1'
-- $p2 = '2'
-- $p3 = '3'
-- $p4 = 'one'
-- $p5 = 'x'
