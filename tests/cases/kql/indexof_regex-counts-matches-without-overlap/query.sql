WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_RUST_INDEXOF(
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      CAST(0 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(1 AS BIGINT)
    ) AS a_2,
    ANTIVENOM_RUST_INDEXOF(
      CAST($p3 AS TEXT),
      CAST($p2 AS TEXT),
      CAST(0 AS BIGINT),
      CAST(9 AS BIGINT),
      CAST(2 AS BIGINT)
    ) AS b_3,
    ANTIVENOM_RUST_INDEXOF(
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      CAST(1 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(2 AS BIGINT)
    ) AS c_4,
    ANTIVENOM_RUST_INDEXOF(
      CAST($p4 AS TEXT),
      CAST($p5 AS TEXT),
      CAST(0 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(2 AS BIGINT)
    ) AS d_5,
    ANTIVENOM_RUST_INDEXOF(
      CAST($p1 AS TEXT),
      CAST($p6 AS TEXT),
      CAST(-1 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(1 AS BIGINT)
    ) AS e_6,
    ANTIVENOM_RUST_INDEXOF(
      CAST($p7 AS TEXT),
      CAST($p8 AS TEXT),
      CAST(1 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(1 AS BIGINT)
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
-- $p1 = 'abcabc'
-- $p2 = 'a.c'
-- $p3 = 'abcabcdefg'
-- $p4 = 'ababaa'
-- $p5 = 'a.a'
-- $p6 = 'a|ab'
-- $p7 = 'éxab'
-- $p8 = '\\w(b)'
