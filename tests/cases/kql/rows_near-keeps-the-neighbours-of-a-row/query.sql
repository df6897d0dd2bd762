WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(x_1 AS BIGINT) AS x_1
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(2 AS BIGINT)),
    (CAST(3 AS BIGINT)),
    (CAST(4 AS BIGINT)),
    (CAST(5 AS BIGINT)),
    (CAST(6 AS BIGINT)),
    (CAST(7 AS BIGINT)),
    (CAST(8 AS BIGINT)),
    (CAST(9 AS BIGINT))) AS given(x_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    x_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    x_1
  FROM r2
  ORDER BY
    x_1 ASC NULLS FIRST,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    x_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    x_1,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_2,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    x_1,
    place_2
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    x_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r8 AS NOT MATERIALIZED (
  SELECT
    x_1,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_2,
    row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    x_1,
    place_2
  FROM r8
  ORDER BY
    row_position
), r10 AS NOT MATERIALIZED (
  SELECT
    x_1,
    place_2
  FROM r9
  WHERE
    COALESCE(x_1 = CAST(1 AS BIGINT), FALSE)
    OR COALESCE(x_1 = CAST(6 AS BIGINT), FALSE)
), r11 AS NOT MATERIALIZED (
  SELECT
    place_2 AS hit_3
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    hit_3,
    UNNEST(
      LIST_TRANSFORM(
        RANGE(hit_3 - CAST(1 AS BIGINT), hit_3 + CAST(2 AS BIGINT) + 1),
        LAMBDA number : CAST(number AS TEXT)
      )
    ) AS near_4
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    near_4 AS near_5
  FROM r12
  GROUP BY
    1
), r14 AS NOT MATERIALIZED (
  SELECT
    x_1,
    place_2
  FROM r6
  SEMI JOIN r13
    ON COALESCE(CAST(place_2 AS TEXT), '') IS NOT DISTINCT FROM near_5
), r15 AS NOT MATERIALIZED (
  SELECT
    x_1,
    place_2
  FROM r14
  ORDER BY
    place_2 ASC,
    x_1 NULLS FIRST,
    place_2 NULLS FIRST
), r16 AS NOT MATERIALIZED (
  SELECT
    x_1
  FROM r15
)
SELECT
  x_1
FROM r16
