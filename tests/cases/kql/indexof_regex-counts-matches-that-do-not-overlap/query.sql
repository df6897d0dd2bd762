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
    ) AS one_2,
    ANTIVENOM_RUST_INDEXOF(
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      CAST(0 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(2 AS BIGINT)
    ) AS two_3,
    ANTIVENOM_RUST_INDEXOF(
      CAST($p3 AS TEXT),
      CAST($p4 AS TEXT),
      CAST(0 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(2 AS BIGINT)
    ) AS none_4,
    ANTIVENOM_RUST_INDEXOF(
      CAST($p5 AS TEXT),
      CAST($p6 AS TEXT),
      CAST(-1 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(1 AS BIGINT)
    ) AS before_5
  FROM r1
)
SELECT
  one_2,
  two_3,
  none_4,
  before_5
FROM r2
-- $p1 = 'abcabc'
-- $p2 = 'a.c'
-- $p3 = 'ababaa'
-- $p4 = 'a.a'
-- $p5 = 'abc'
-- $p6 = 'a'
