WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      LIST_TRANSFORM(
        CASE
          WHEN (
            CAST(CAST(CAST(200 AS BIGINT) AS BIGINT) AS INT128) - CAST(CAST(1 AS BIGINT) AS BIGINT)
          ) // NULLIF(CAST(CAST(1 AS BIGINT) AS BIGINT), 0) >= CAST(1048576 AS BIGINT)
          THEN GENERATE_SERIES(
            CAST(CAST(1 AS BIGINT) AS BIGINT),
            CAST(CAST(CAST(1 AS BIGINT) AS BIGINT) + CAST(1048575 AS INT128) * CAST(CAST(1 AS BIGINT) AS BIGINT) AS BIGINT),
            CAST(CAST(1 AS BIGINT) AS BIGINT)
          )
          WHEN CAST(CAST(1 AS BIGINT) AS BIGINT) <> 0
          THEN GENERATE_SERIES(
            CAST(CAST(1 AS BIGINT) AS BIGINT),
            CASE
              WHEN (
                CAST(CAST(CAST(200 AS BIGINT) AS BIGINT) AS INT128) - CAST(CAST(1 AS BIGINT) AS BIGINT)
              ) // NULLIF(CAST(CAST(1 AS BIGINT) AS BIGINT), 0) >= CAST(1048576 AS BIGINT)
              THEN CAST(CAST(1 AS BIGINT) AS BIGINT)
              ELSE CAST(CAST(200 AS BIGINT) AS BIGINT)
            END,
            CAST(CAST(1 AS BIGINT) AS BIGINT)
          )
        END,
        LAMBDA place : COALESCE(CAST(place AS TEXT), 'null')
      ),
      ','
    ) || ']' AS x_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    x_2,
    UNNEST(
      LIST_SLICE(
        CASE
          WHEN x_2 IS NULL
          THEN [CAST(NULL AS TEXT)]
          WHEN JSON_TYPE(x_2) = 'ARRAY'
          THEN LIST_TRANSFORM(FROM_JSON(x_2, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
          WHEN JSON_TYPE(x_2) = 'OBJECT'
          THEN LIST_TRANSFORM(
            COALESCE(
              MAP_ENTRIES(TRY(CAST(CAST(x_2 AS JSON) AS MAP(TEXT, JSON)))),
              MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(x_2) AS JSON) AS MAP(TEXT, JSON))))
            ),
            LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
          )
          ELSE [x_2]
        END,
        1,
        CAST(128 AS BIGINT)
      )
    ) AS x_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(x_3) IN ('BIGINT', 'UBIGINT', 'DOUBLE') OR JSON_TYPE(x_3) = 'BOOLEAN'
            THEN x_3
          END
        ],
        LAMBDA given0 : CASE JSON_TYPE(given0)
          WHEN 'BIGINT'
          THEN CAST(given0 ->> '$' AS BIGINT)
          WHEN 'UBIGINT'
          THEN TRY_CAST(given0 ->> '$' AS BIGINT)
          WHEN 'DOUBLE'
          THEN CASE
            WHEN NOT ISFINITE(CAST(given0 ->> '$' AS DOUBLE))
            THEN NULL
            WHEN CAST(given0 ->> '$' AS DOUBLE) >= 9223372036854775807
            THEN 9223372036854775807
            WHEN CAST(given0 ->> '$' AS DOUBLE) <= -9223372036854775808
            THEN -9223372036854775808
            ELSE CAST(TRUNC(CAST(given0 ->> '$' AS DOUBLE)) AS BIGINT)
          END
          WHEN 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
          WHEN 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?[0-9]+'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '0[xX][0-9a-fA-F]{1,16}'
            )
            THEN CAST((
              (
                CAST(CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
              ) & 18446744073709551615
            ) - 9223372036854775808 AS BIGINT)
          END
        END
      ),
      1
    ) AS x_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    COUNT(*) AS n_5,
    MAX(x_4) AS largest_6
  FROM r4
)
SELECT
  n_5,
  largest_6
FROM r5
