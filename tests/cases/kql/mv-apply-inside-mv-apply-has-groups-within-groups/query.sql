WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS rows_2,
    CAST(7 AS BIGINT) AS id_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_4,
    row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    place_4
  FROM r4
  ORDER BY
    row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r7 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_4,
    row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    place_4
  FROM r7
  ORDER BY
    row_position
), r9 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    place_4,
    UNNEST(
      CASE
        WHEN rows_2 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(rows_2) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(rows_2, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(rows_2) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(rows_2 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(rows_2) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [rows_2]
      END
    ) AS row_5
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_6,
    row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4,
    place_6
  FROM r12
  ORDER BY
    row_position
), r14 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r10
), r15 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_6,
    row_position
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4,
    place_6
  FROM r15
  ORDER BY
    row_position
), r17 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4,
    place_6,
    UNNEST(
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [NULLIF(CAST(row_5 -> CAST($p2 AS TEXT) AS TEXT), 'null')],
          LAMBDA given0 : CASE
            WHEN given0 IS NULL
            THEN [CAST(NULL AS TEXT)]
            WHEN JSON_TYPE(given0) = 'ARRAY'
            THEN LIST_TRANSFORM(FROM_JSON(given0, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
            WHEN JSON_TYPE(given0) = 'OBJECT'
            THEN LIST_TRANSFORM(
              COALESCE(
                MAP_ENTRIES(TRY(CAST(CAST(given0 AS JSON) AS MAP(TEXT, JSON)))),
                MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(given0) AS JSON) AS MAP(TEXT, JSON))))
              ),
              LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
            )
            ELSE [given0]
          END
        ),
        1
      )
    ) AS p_7
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(p_7) IN ('BIGINT', 'UBIGINT', 'DOUBLE') OR JSON_TYPE(p_7) = 'BOOLEAN'
            THEN p_7
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
    ) AS p_8,
    place_4,
    place_6
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    place_6 AS place_6,
    CAST((
      (
        COALESCE(SUM(CAST(p_8 AS INT128)), 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS total_9
  FROM r18
  GROUP BY
    1
), r20 AS NOT MATERIALIZED (
  SELECT
    place_6,
    total_9,
    ROW_NUMBER() OVER (ORDER BY place_6, total_9) AS row_position
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    place_6,
    total_9,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_10,
    row_position
  FROM r20
), r22 AS NOT MATERIALIZED (
  SELECT
    place_6,
    total_9,
    place_10
  FROM r21
  ORDER BY
    row_position
), r23 AS NOT MATERIALIZED (
  SELECT
    total_9 AS total_11,
    place_6 AS place_12,
    place_10 AS place_13
  FROM r22
), r24 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4,
    place_6,
    total_11,
    place_12,
    place_13
  FROM r13
  INNER JOIN r23
    ON place_6 IS NOT DISTINCT FROM place_12
), r25 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4,
    place_6,
    total_11,
    place_12,
    place_13
  FROM r24
  ORDER BY
    place_6 ASC,
    place_13 ASC,
    rows_2 NULLS FIRST,
    id_3 NULLS FIRST,
    row_5 NULLS FIRST,
    place_4 NULLS FIRST,
    place_6 NULLS FIRST,
    total_11 NULLS FIRST,
    place_12 NULLS FIRST,
    place_13 NULLS FIRST
), r26 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_11,
    place_4
  FROM r25
), r27 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_11,
    place_4,
    COALESCE(NULLIF(CAST(row_5 -> CAST($p3 AS TEXT) AS TEXT), 'null') ->> '$', '') AS name_14
  FROM r26
), r28 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_11,
    place_4,
    name_14,
    ROW_NUMBER() OVER () AS row_position
  FROM r27
), r29 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_11,
    place_4,
    name_14
  FROM r28
  ORDER BY
    place_4 ASC NULLS FIRST,
    total_11 DESC,
    row_position
), r30 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_11,
    place_4,
    name_14,
    ROW_NUMBER() OVER () AS row_position
  FROM r29
), r31 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_11,
    place_4,
    name_14,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY place_4 ORDER BY row_position) AS rank_in_group
  FROM r30
), r32 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_11,
    place_4,
    name_14
  FROM r31
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r33 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_11,
    place_4,
    name_14,
    ROW_NUMBER() OVER () AS row_position
  FROM r32
), r34 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_11,
    place_4,
    name_14,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_15,
    row_position
  FROM r33
), r35 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_11,
    place_4,
    name_14,
    place_15
  FROM r34
  ORDER BY
    row_position
), r36 AS NOT MATERIALIZED (
  SELECT
    rows_2 AS rows_16,
    id_3 AS id_17,
    row_5 AS row_18,
    total_11 AS total_19,
    name_14 AS name_20,
    place_4 AS place_21,
    place_15 AS place_22
  FROM r35
), r37 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    place_4,
    rows_16,
    id_17,
    row_18,
    total_19,
    name_20,
    place_21,
    place_22
  FROM r5
  INNER JOIN r36
    ON place_4 IS NOT DISTINCT FROM place_21
), r38 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    place_4,
    rows_16,
    id_17,
    row_18,
    total_19,
    name_20,
    place_21,
    place_22
  FROM r37
  ORDER BY
    place_4 ASC,
    place_22 ASC,
    rows_2 NULLS FIRST,
    id_3 NULLS FIRST,
    place_4 NULLS FIRST,
    rows_16 NULLS FIRST,
    id_17 NULLS FIRST,
    row_18 NULLS FIRST,
    total_19 NULLS FIRST,
    name_20 NULLS FIRST,
    place_21 NULLS FIRST,
    place_22 NULLS FIRST
), r39 AS NOT MATERIALIZED (
  SELECT
    rows_16,
    id_17,
    row_18,
    total_19,
    name_20
  FROM r38
), r40 AS NOT MATERIALIZED (
  SELECT
    id_17,
    name_20,
    total_19
  FROM r39
)
SELECT
  id_17,
  name_20,
  total_19
FROM r40
-- $p1 = '[{"h":"a","p":[1,2]},{"h":"b","p":[3]}]'
-- $p2 = '$."p"'
-- $p3 = '$."h"'
