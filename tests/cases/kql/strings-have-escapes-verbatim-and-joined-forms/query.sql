WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS a_2,
    CAST($p2 AS TEXT) AS b_3,
    CAST($p3 AS TEXT) AS c_4,
    CAST($p4 AS TEXT) AS d_5,
    CAST($p5 AS TEXT) AS e_6,
    CAST($p6 AS TEXT) AS f_7
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7
FROM r2
-- $p1 = 'a\tb\\c'
-- $p2 = 'C:\\Windows'
-- $p3 = "it's"
-- $p4 = 'hidden'
-- $p5 = 'é'
-- $p6 = 'one two'
