WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(n_1 AS BIGINT) AS n_1
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(2 AS BIGINT)),
    (CAST(3 AS BIGINT))) AS given(n_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(n_2 AS BIGINT) AS n_2
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(3 AS BIGINT))) AS given(n_2)
), r3 AS NOT MATERIALIZED (
  SELECT
    n_2 AS n_3
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    n_3,
    ROW_NUMBER() OVER (ORDER BY n_3) AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN n_3 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_3 AS TEXT), 'null')
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN n_3 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_3 AS TEXT), 'null')
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS n_4
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    n_1,
    n_4 AS n_5
  FROM r1
  INNER JOIN r5
    ON TRUE
), r7 AS NOT MATERIALIZED (
  SELECT
    CAST(n_6 AS BIGINT) AS n_6
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(3 AS BIGINT))) AS given(n_6)
), r8 AS NOT MATERIALIZED (
  SELECT
    n_6 AS n_7
  FROM r7
  GROUP BY
    1
), r9 AS NOT MATERIALIZED (
  SELECT
    n_7,
    ROW_NUMBER() OVER (ORDER BY n_7) AS row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN n_7 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_7 AS TEXT), 'null')
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN n_7 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_7 AS TEXT), 'null')
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS n_8
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    n_1,
    n_5,
    n_8 AS n_9
  FROM r6
  INNER JOIN r10
    ON TRUE
), r12 AS NOT MATERIALIZED (
  SELECT
    n_1,
    COALESCE(
      CASE
        WHEN JSON_TYPE(n_5) = 'ARRAY'
        THEN ARRAY_CONTAINS(
          LIST_TRANSFORM(FROM_JSON(n_5, '["JSON"]'), LAMBDA element : CAST(element AS TEXT)),
          COALESCE(CAST(n_1 AS TEXT), 'null')
        )
      END,
      FALSE
    ) AS Known_10,
    NOT COALESCE(
      CASE
        WHEN JSON_TYPE(n_9) = 'ARRAY'
        THEN ARRAY_CONTAINS(
          LIST_TRANSFORM(FROM_JSON(n_9, '["JSON"]'), LAMBDA element : CAST(element AS TEXT)),
          COALESCE(CAST(n_1 AS TEXT), 'null')
        )
      END,
      FALSE
    ) AS Not_11
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    CAST(n_12 AS BIGINT) AS n_12
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(3 AS BIGINT))) AS given(n_12)
), r14 AS NOT MATERIALIZED (
  SELECT
    n_12 AS n_13
  FROM r13
  GROUP BY
    1
), r15 AS NOT MATERIALIZED (
  SELECT
    n_13,
    ROW_NUMBER() OVER (ORDER BY n_13) AS row_position
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN n_13 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_13 AS TEXT), 'null')
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN n_13 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(n_13 AS TEXT), 'null')
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS n_14
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    n_1,
    Known_10,
    Not_11,
    n_14 AS n_15
  FROM r12
  INNER JOIN r16
    ON TRUE
), r18 AS NOT MATERIALIZED (
  SELECT
    Known_10 AS Known_17,
    Not_11 AS Not_18,
    COUNT_IF(
      COALESCE(
        CASE
          WHEN JSON_TYPE(n_15) = 'ARRAY'
          THEN ARRAY_CONTAINS(
            LIST_TRANSFORM(FROM_JSON(n_15, '["JSON"]'), LAMBDA element : CAST(element AS TEXT)),
            COALESCE(CAST(n_1 AS TEXT), 'null')
          )
        END,
        FALSE
      )
    ) AS Counted_16
  FROM r17
  GROUP BY
    1,
    2
)
SELECT
  Known_17,
  Not_18,
  Counted_16
FROM r18
ORDER BY
  Known_17,
  Not_18,
  Counted_16
