WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(x_2 AS BIGINT) AS x_2
  FROM (VALUES
    (CAST(3 AS BIGINT)),
    (CAST(9 AS BIGINT)),
    (CAST(4 AS BIGINT))) AS given(x_2)
), r3 AS NOT MATERIALIZED (
  SELECT
    MAX(x_2) AS max_x_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    max_x_3
  FROM r3
  LIMIT 1
), r5 AS NOT MATERIALIZED (
  SELECT
    FIRST(max_x_3) AS max_x_4
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    print_1,
    max_x_4 AS max_x_5
  FROM r1
  INNER JOIN r5
    ON TRUE
), r7 AS NOT MATERIALIZED (
  SELECT
    print_1,
    max_x_5,
    UNNEST(
      CASE
        WHEN (
          CAST(CAST(max_x_5 AS BIGINT) AS INT128) - CAST(CAST(1 AS BIGINT) AS BIGINT)
        ) // NULLIF(CAST(CAST(4 AS BIGINT) AS BIGINT), 0) >= CAST(10000000 AS BIGINT)
        THEN ERROR('not supported: KQL range of more than 10,000,000 rows')
        WHEN CAST(CAST(4 AS BIGINT) AS BIGINT) <> 0
        THEN GENERATE_SERIES(
          CAST(CAST(1 AS BIGINT) AS BIGINT),
          CASE
            WHEN (
              CAST(CAST(max_x_5 AS BIGINT) AS INT128) - CAST(CAST(1 AS BIGINT) AS BIGINT)
            ) // NULLIF(CAST(CAST(4 AS BIGINT) AS BIGINT), 0) >= CAST(10000000 AS BIGINT)
            THEN CAST(CAST(1 AS BIGINT) AS BIGINT)
            ELSE CAST(max_x_5 AS BIGINT)
          END,
          CAST(CAST(4 AS BIGINT) AS BIGINT)
        )
      END
    ) AS Place_6
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    print_1,
    max_x_5,
    Place_6
  FROM r7
  ORDER BY
    CASE WHEN CAST(4 AS BIGINT) < 0 THEN -(
      Place_6
    ) ELSE Place_6 END ASC,
    print_1 NULLS FIRST,
    max_x_5 NULLS FIRST,
    Place_6 NULLS FIRST
), r9 AS NOT MATERIALIZED (
  SELECT
    Place_6 AS Place_7
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    Place_7,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    Place_7,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_8,
    row_position
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    Place_7,
    place_8
  FROM r11
  ORDER BY
    row_position
), r13 AS NOT MATERIALIZED (
  SELECT
    CAST(x_9 AS BIGINT) AS x_9
  FROM (VALUES
    (CAST(3 AS BIGINT)),
    (CAST(9 AS BIGINT)),
    (CAST(4 AS BIGINT))) AS given(x_9)
), r14 AS NOT MATERIALIZED (
  SELECT
    MAX(x_9) AS max_x_10
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    max_x_10
  FROM r14
  LIMIT 1
), r16 AS NOT MATERIALIZED (
  SELECT
    FIRST(max_x_10) AS max_x_11
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    Place_7,
    place_8,
    max_x_11 AS max_x_12
  FROM r12
  INNER JOIN r16
    ON TRUE
), r18 AS NOT MATERIALIZED (
  SELECT
    Place_7,
    place_8,
    max_x_12
  FROM r17
  ORDER BY
    place_8 ASC,
    Place_7 NULLS FIRST,
    place_8 NULLS FIRST,
    max_x_12 NULLS FIRST
), r19 AS NOT MATERIALIZED (
  SELECT
    Place_7,
    max_x_12 AS Last_13,
    '[' || ARRAY_TO_STRING(
      LIST_TRANSFORM(
        CASE
          WHEN (
            CAST(CAST(Place_7 AS BIGINT) AS INT128) - CAST(CAST(1 AS BIGINT) AS BIGINT)
          ) // NULLIF(CAST(CAST(2 AS BIGINT) AS BIGINT), 0) >= CAST(1048576 AS BIGINT)
          THEN GENERATE_SERIES(
            CAST(CAST(1 AS BIGINT) AS BIGINT),
            CAST(CAST(CAST(1 AS BIGINT) AS BIGINT) + CAST(1048575 AS INT128) * CAST(CAST(2 AS BIGINT) AS BIGINT) AS BIGINT),
            CAST(CAST(2 AS BIGINT) AS BIGINT)
          )
          WHEN CAST(CAST(2 AS BIGINT) AS BIGINT) <> 0
          THEN GENERATE_SERIES(
            CAST(CAST(1 AS BIGINT) AS BIGINT),
            CASE
              WHEN (
                CAST(CAST(Place_7 AS BIGINT) AS INT128) - CAST(CAST(1 AS BIGINT) AS BIGINT)
              ) // NULLIF(CAST(CAST(2 AS BIGINT) AS BIGINT), 0) >= CAST(1048576 AS BIGINT)
              THEN CAST(CAST(1 AS BIGINT) AS BIGINT)
              ELSE CAST(Place_7 AS BIGINT)
            END,
            CAST(CAST(2 AS BIGINT) AS BIGINT)
          )
        END,
        LAMBDA place : COALESCE(CAST(place AS TEXT), 'null')
      ),
      ','
    ) || ']' AS Steps_14,
    '[' || ARRAY_TO_STRING(
      LIST_TRANSFORM(
        CASE
          WHEN (
            CAST(CAST(CAST(72000000000 AS BIGINT) AS BIGINT) AS INT128) - CAST(CAST(36000000000 AS BIGINT) AS BIGINT)
          ) // NULLIF(CAST(CAST(36000000000 AS BIGINT) AS BIGINT), 0) >= CAST(1048576 AS BIGINT)
          THEN GENERATE_SERIES(
            CAST(CAST(36000000000 AS BIGINT) AS BIGINT),
            CAST(CAST(CAST(36000000000 AS BIGINT) AS BIGINT) + CAST(1048575 AS INT128) * CAST(CAST(36000000000 AS BIGINT) AS BIGINT) AS BIGINT),
            CAST(CAST(36000000000 AS BIGINT) AS BIGINT)
          )
          WHEN CAST(CAST(36000000000 AS BIGINT) AS BIGINT) <> 0
          THEN GENERATE_SERIES(
            CAST(CAST(36000000000 AS BIGINT) AS BIGINT),
            CASE
              WHEN (
                CAST(CAST(CAST(72000000000 AS BIGINT) AS BIGINT) AS INT128) - CAST(CAST(36000000000 AS BIGINT) AS BIGINT)
              ) // NULLIF(CAST(CAST(36000000000 AS BIGINT) AS BIGINT), 0) >= CAST(1048576 AS BIGINT)
              THEN CAST(CAST(36000000000 AS BIGINT) AS BIGINT)
              ELSE CAST(CAST(72000000000 AS BIGINT) AS BIGINT)
            END,
            CAST(CAST(36000000000 AS BIGINT) AS BIGINT)
          )
        END,
        LAMBDA place : COALESCE(
          '"' || CASE WHEN place < 0 THEN '-' ELSE '' END || CASE
            WHEN ABS(CAST(place AS INT128)) >= 864000000000
            THEN CAST(ABS(CAST(place AS INT128)) // 864000000000 AS TEXT) || '.'
            ELSE ''
          END || LPAD(CAST(ABS(CAST(place AS INT128)) // 36000000000 % 24 AS TEXT), 2, '0') || ':' || LPAD(CAST(ABS(CAST(place AS INT128)) // 600000000 % 60 AS TEXT), 2, '0') || ':' || LPAD(CAST(ABS(CAST(place AS INT128)) // 10000000 % 60 AS TEXT), 2, '0') || CASE
            WHEN ABS(CAST(place AS INT128)) % 10000000 = 0
            THEN ''
            ELSE '.' || LPAD(CAST(ABS(CAST(place AS INT128)) % 10000000 AS TEXT), 7, '0')
          END || '"',
          'null'
        )
      ),
      ','
    ) || ']' AS Hours_15,
    '[' || ARRAY_TO_STRING(
      LIST_TRANSFORM(
        CASE
          WHEN (
            1.0e0 - 0.0e0
          ) / NULLIF(0.5e0, 0) >= CAST(1048576 AS BIGINT)
          THEN ANTIVENOM_RANGE_OF_REALS(0.0e0, 1.0e0, 0.5e0, 1048576)
          ELSE ANTIVENOM_RANGE_OF_REALS(0.0e0, 1.0e0, 0.5e0, CAST(1048576 AS BIGINT))
        END,
        LAMBDA place : CASE
          WHEN place IS NULL
          THEN 'null'
          WHEN ISNAN(place)
          THEN '"NaN"'
          WHEN ISINF(place)
          THEN CASE WHEN place > 0 THEN '"Infinity"' ELSE '"-Infinity"' END
          ELSE CAST(TO_JSON(place) AS TEXT)
        END
      ),
      ','
    ) || ']' AS Reals_16
  FROM r18
)
SELECT
  Place_7,
  Last_13,
  Steps_14,
  Hours_15,
  Reals_16
FROM r19
