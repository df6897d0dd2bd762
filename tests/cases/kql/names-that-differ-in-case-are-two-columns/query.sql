WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(foo_1 AS BIGINT) AS foo_1,
    CAST(Foo_2 AS BIGINT) AS Foo_2
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST(2 AS BIGINT))) AS given(foo_1, Foo_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    foo_1,
    Foo_2,
    CAST((
      (
        (
          CAST(foo_1 AS INT128) + Foo_2
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS FOO_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Foo_2,
    foo_1,
    FOO_3
  FROM r2
)
SELECT
  Foo_2,
  foo_1,
  FOO_3
FROM r3
