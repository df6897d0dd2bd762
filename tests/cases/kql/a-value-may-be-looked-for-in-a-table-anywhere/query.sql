WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(n_1 AS BIGINT) AS n_1
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(2 AS BIGINT)),
    (CAST(3 AS BIGINT))) AS given(n_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    n_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    n_1,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_2,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    n_1,
    place_2
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    CAST(n_3 AS BIGINT) AS n_3
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(3 AS BIGINT))) AS given(n_3)
), r6 AS NOT MATERIALIZED (
  SELECT
    n_3 AS n_4
  FROM r5
  GROUP BY
    1
), r7 AS NOT MATERIALIZED (
  SELECT
    n_4,
    ROW_NUMBER() OVER (ORDER BY n_4) AS row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN n_4 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_4 AS TEXT), 'null')
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN n_4 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_4 AS TEXT), 'null')
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS n_5
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    n_1,
    place_2,
    n_5 AS n_6
  FROM r4
  INNER JOIN r8
    ON TRUE
), r10 AS NOT MATERIALIZED (
  SELECT
    n_1,
    place_2,
    n_6
  FROM r9
  ORDER BY
    place_2 ASC,
    n_1 NULLS FIRST,
    place_2 NULLS FIRST,
    n_6 NULLS FIRST
), r11 AS NOT MATERIALIZED (
  SELECT
    n_1,
    place_2,
    n_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    n_1,
    place_2,
    n_6,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_7,
    row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    n_1,
    place_2,
    n_6,
    place_7
  FROM r12
  ORDER BY
    row_position
), r14 AS NOT MATERIALIZED (
  SELECT
    CAST(n_8 AS BIGINT) AS n_8
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(3 AS BIGINT))) AS given(n_8)
), r15 AS NOT MATERIALIZED (
  SELECT
    n_8 AS n_9
  FROM r14
  GROUP BY
    1
), r16 AS NOT MATERIALIZED (
  SELECT
    n_9,
    ROW_NUMBER() OVER (ORDER BY n_9) AS row_position
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN n_9 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_9 AS TEXT), 'null')
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN n_9 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_9 AS TEXT), 'null')
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS n_10
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    n_1,
    place_2,
    n_6,
    place_7,
    n_10 AS n_11
  FROM r13
  INNER JOIN r17
    ON TRUE
), r19 AS NOT MATERIALIZED (
  SELECT
    n_1,
    place_2,
    n_6,
    place_7,
    n_11
  FROM r18
  ORDER BY
    place_7 ASC,
    n_1 NULLS FIRST,
    place_2 NULLS FIRST,
    n_6 NULLS FIRST,
    place_7 NULLS FIRST,
    n_11 NULLS FIRST
), r20 AS NOT MATERIALIZED (
  SELECT
    n_1,
    COALESCE(
      CASE
        WHEN JSON_TYPE(n_6) = 'ARRAY'
        THEN ARRAY_CONTAINS(
          LIST_TRANSFORM(FROM_JSON(n_6, '["JSON"]'), LAMBDA element : CAST(element AS TEXT)),
          COALESCE(CAST(n_1 AS TEXT), 'null')
        )
      END,
      FALSE
    ) AS Known_12,
    NOT COALESCE(
      CASE
        WHEN JSON_TYPE(n_11) = 'ARRAY'
        THEN ARRAY_CONTAINS(
          LIST_TRANSFORM(FROM_JSON(n_11, '["JSON"]'), LAMBDA element : CAST(element AS TEXT)),
          COALESCE(CAST(n_1 AS TEXT), 'null')
        )
      END,
      FALSE
    ) AS Not_13
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    n_1,
    Known_12,
    Not_13,
    ROW_NUMBER() OVER () AS row_position
  FROM r20
), r22 AS NOT MATERIALIZED (
  SELECT
    n_1,
    Known_12,
    Not_13,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_14,
    row_position
  FROM r21
), r23 AS NOT MATERIALIZED (
  SELECT
    n_1,
    Known_12,
    Not_13,
    place_14
  FROM r22
  ORDER BY
    row_position
), r24 AS NOT MATERIALIZED (
  SELECT
    CAST(n_15 AS BIGINT) AS n_15
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(3 AS BIGINT))) AS given(n_15)
), r25 AS NOT MATERIALIZED (
  SELECT
    n_15 AS n_16
  FROM r24
  GROUP BY
    1
), r26 AS NOT MATERIALIZED (
  SELECT
    n_16,
    ROW_NUMBER() OVER (ORDER BY n_16) AS row_position
  FROM r25
), r27 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN n_16 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_16 AS TEXT), 'null')
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN n_16 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_16 AS TEXT), 'null')
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS n_17
  FROM r26
), r28 AS NOT MATERIALIZED (
  SELECT
    n_1,
    Known_12,
    Not_13,
    place_14,
    n_17 AS n_18
  FROM r23
  INNER JOIN r27
    ON TRUE
), r29 AS NOT MATERIALIZED (
  SELECT
    n_1,
    Known_12,
    Not_13,
    place_14,
    n_18
  FROM r28
  ORDER BY
    place_14 ASC,
    n_1 NULLS FIRST,
    Known_12 NULLS FIRST,
    Not_13 NULLS FIRST,
    place_14 NULLS FIRST,
    n_18 NULLS FIRST
), r30 AS NOT MATERIALIZED (
  SELECT
    Known_12 AS Known_20,
    Not_13 AS Not_21,
    COUNT(
      CASE
        WHEN COALESCE(
          CASE
            WHEN JSON_TYPE(n_18) = 'ARRAY'
            THEN ARRAY_CONTAINS(
              LIST_TRANSFORM(FROM_JSON(n_18, '["JSON"]'), LAMBDA element : CAST(element AS TEXT)),
              COALESCE(CAST(n_1 AS TEXT), 'null')
            )
          END,
          FALSE
        )
        THEN 1
      END
    ) AS Counted_19
  FROM r29
  GROUP BY
    1,
    2
)
SELECT
  Known_20,
  Not_21,
  Counted_19
FROM r30
ORDER BY
  Known_20,
  Not_21,
  Counted_19
