WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(kind_1 AS BIGINT) AS kind_1,
    CAST(on_2 AS BIGINT) AS on_2,
    CAST(by_3 AS BIGINT) AS by_3,
    CAST(from_4 AS BIGINT) AS from_4
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST(2 AS BIGINT), CAST(3 AS BIGINT), CAST(4 AS BIGINT))) AS given(kind_1, on_2, by_3, from_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    kind_1,
    on_2,
    by_3,
    from_4,
    CAST((
      (
        (
          CAST(kind_1 AS INT128) + from_4
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS to_5,
    CAST(1 AS BIGINT) AS has_6
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    kind_1 AS kind_8,
    COUNT(*) AS hint_7
  FROM r2
  GROUP BY
    1
)
SELECT
  kind_8,
  hint_7
FROM r3
ORDER BY
  kind_8,
  hint_7
