WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS a_2,
    CAST($p2 AS TEXT) AS b_3,
    CAST($p3 AS TEXT) AS nested_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    nested_4,
    UNNEST(
      CASE
        WHEN a_2 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(a_2) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(a_2, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(a_2) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(a_2 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(a_2) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [a_2]
      END
    ) AS a_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(a_5) IN ('BIGINT', 'UBIGINT', 'DOUBLE') OR JSON_TYPE(a_5) = 'BOOLEAN'
            THEN a_5
          END
        ],
        LAMBDA given0 : CASE JSON_TYPE(given0)
          WHEN 'BIGINT'
          THEN CAST((
            (
              CAST(CAST(given0 ->> '$' AS BIGINT) AS INT128) + 2147483648
            ) & 4294967295
          ) - 2147483648 AS INT)
          WHEN 'UBIGINT'
          THEN CAST((
            (
              CAST(TRY_CAST(given0 ->> '$' AS BIGINT) AS INT128) + 2147483648
            ) & 4294967295
          ) - 2147483648 AS INT)
          WHEN 'DOUBLE'
          THEN CASE
            WHEN NOT ISFINITE(CAST(given0 ->> '$' AS DOUBLE))
            THEN NULL
            WHEN CAST(given0 ->> '$' AS DOUBLE) >= 2147483647
            THEN 2147483647
            WHEN CAST(given0 ->> '$' AS DOUBLE) <= -2147483648
            THEN -2147483648
            ELSE CAST(TRUNC(CAST(given0 ->> '$' AS DOUBLE)) AS INT)
          END
          WHEN 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
          WHEN 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?[0-9]+'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS INT)
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '0[xX][0-9a-fA-F]{1,8}'
            )
            THEN CAST((
              (
                CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT) + 2147483648
              ) & 4294967295
            ) - 2147483648 AS INT)
          END
        END
      ),
      1
    ) AS a_6,
    b_3,
    nested_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    a_6,
    b_3,
    nested_4,
    UNNEST(
      CASE
        WHEN b_3 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(b_3) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(b_3, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(b_3) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(b_3 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(b_3) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [b_3]
      END
    ) AS b_7
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    a_6,
    COALESCE(b_7 ->> '$', '') AS b_8,
    nested_4
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    a_6,
    b_8,
    nested_4,
    UNNEST(
      CASE
        WHEN nested_4 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(nested_4) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(nested_4, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(nested_4) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(nested_4 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(nested_4) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [nested_4]
      END
    ) AS nested_9
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    a_6,
    b_8,
    nested_9
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    a_6,
    b_8,
    nested_9,
    UNNEST(
      CASE
        WHEN nested_9 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(nested_9) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(nested_9, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(nested_9) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(nested_9 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(nested_9) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [nested_9]
      END
    ) AS nested_10
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    a_6,
    b_8,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(nested_10) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
            OR JSON_TYPE(nested_10) = 'BOOLEAN'
            THEN nested_10
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
    ) AS nested_11
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    a_6,
    b_8,
    nested_11
  FROM r10
)
SELECT
  a_6,
  b_8,
  nested_11
FROM r11
-- $p1 = '[1,2]'
-- $p2 = '["x","y"]'
-- $p3 = '[[1],[2,3]]'
