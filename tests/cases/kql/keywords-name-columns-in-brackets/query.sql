WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(first_1 AS BIGINT) AS first_1,
    CAST(kind_2 AS TEXT) AS kind_2
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT))) AS given(first_1, kind_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    first_1,
    kind_2,
    CAST((
      (
        (
          CAST(first_1 AS INT128) + CAST(1 AS BIGINT)
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS last_3,
    kind_2 AS has_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    first_1,
    kind_2,
    last_3,
    has_4
  FROM r2
  WHERE
    last_3 > first_1
)
SELECT
  first_1,
  kind_2,
  last_3,
  has_4
FROM r3
-- $p1 = 'a'
