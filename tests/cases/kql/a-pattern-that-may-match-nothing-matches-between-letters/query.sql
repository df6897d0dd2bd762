WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_RUST_COUNT(CAST($p1 AS TEXT), CAST($p2 AS TEXT)) AS a_2,
    ANTIVENOM_RUST_EXTRACT_ALL(CAST($p1 AS TEXT), CAST($p3 AS TEXT), CAST($p4 AS TEXT)) AS b_3,
    REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p5 AS TEXT), 'g') AS c_4,
    ANTIVENOM_RUST_COUNT(CAST($p6 AS TEXT), CAST($p7 AS TEXT)) AS d_5,
    ANTIVENOM_RUST_INDEXOF(
      CAST($p6 AS TEXT),
      CAST($p8 AS TEXT),
      CAST(0 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(2 AS BIGINT)
    ) AS e_6,
    COALESCE(
      REGEXP_EXTRACT(CAST($p6 AS TEXT), CAST($p9 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT)),
      ''
    ) AS f_7
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
-- $p1 = 'baac'
-- $p2 = 'a*'
-- $p3 = '(a*)'
-- $p4 = '[1]'
-- $p5 = '-'
-- $p6 = 'ab'
-- $p7 = '$'
-- $p8 = 'x*'
-- $p9 = 'b(c)?'
