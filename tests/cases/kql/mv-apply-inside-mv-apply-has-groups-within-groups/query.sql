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
        THEN COALESCE(
          LIST_TRANSFORM(
            MAP_ENTRIES(TRY(CAST(CAST(rows_2 AS JSON) AS MAP(TEXT, JSON)))),
            LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
          ),
          ERROR('not supported: KQL mv-expand of a bag with a key twice')
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
    place_6 AS place_7
  FROM r16
), r18 AS NOT MATERIALIZED (
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
            THEN COALESCE(
              LIST_TRANSFORM(
                MAP_ENTRIES(TRY(CAST(CAST(given0 AS JSON) AS MAP(TEXT, JSON)))),
                LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
              ),
              ERROR('not supported: KQL mv-expand of a bag with a key twice')
            )
            ELSE [given0]
          END
        ),
        1
      )
    ) AS p_8
  FROM r16
), r19 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(p_8) IN ('BIGINT', 'UBIGINT')
            THEN p_8
            WHEN JSON_TYPE(p_8) IN ('DOUBLE', 'BOOLEAN')
            THEN ERROR('not supported: KQL mv-expand to typeof(long) of an element of another type')
          END
        ],
        LAMBDA given0 : CASE JSON_TYPE(given0)
          WHEN 'BIGINT'
          THEN CAST(given0 ->> '$' AS BIGINT)
          WHEN 'UBIGINT'
          THEN TRY_CAST(given0 ->> '$' AS BIGINT)
          WHEN 'DOUBLE'
          THEN CASE
            WHEN ISNAN(CAST(given0 ->> '$' AS DOUBLE)) OR ISINF(CAST(given0 ->> '$' AS DOUBLE))
            THEN ERROR('not supported: KQL tolong of a real that is not finite')
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
    ) AS p_9,
    place_4,
    place_6
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    place_6 AS place_6,
    CAST((
      (
        COALESCE(SUM(CAST(p_9 AS INT128)), 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS total_10
  FROM r19
  GROUP BY
    1
), r21 AS NOT MATERIALIZED (
  SELECT
    place_6,
    total_10,
    TRUE AS present_11
  FROM r20
), r22 AS NOT MATERIALIZED (
  SELECT
    place_6,
    total_10,
    present_11
  FROM r17
  LEFT OUTER JOIN r21
    ON place_7 IS NOT DISTINCT FROM place_6
), r23 AS NOT MATERIALIZED (
  SELECT
    place_6,
    total_10,
    present_11
  FROM r22
  WHERE
    CASE
      WHEN present_11 IS NULL
      THEN ERROR(
        'not supported: KQL summarize without by over an empty group of mv-apply or partition'
      )
      ELSE TRUE
    END
), r24 AS NOT MATERIALIZED (
  SELECT
    place_6,
    total_10
  FROM r23
), r25 AS NOT MATERIALIZED (
  SELECT
    place_6,
    total_10,
    ROW_NUMBER() OVER (ORDER BY place_6, total_10) AS row_position
  FROM r24
), r26 AS NOT MATERIALIZED (
  SELECT
    place_6,
    total_10,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_12,
    row_position
  FROM r25
), r27 AS NOT MATERIALIZED (
  SELECT
    place_6,
    total_10,
    place_12
  FROM r26
  ORDER BY
    row_position
), r28 AS NOT MATERIALIZED (
  SELECT
    total_10 AS total_13,
    place_6 AS place_14,
    place_12 AS place_15
  FROM r27
), r29 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4,
    place_6,
    total_13,
    place_14,
    place_15
  FROM r13
  INNER JOIN r28
    ON place_6 IS NOT DISTINCT FROM place_14
), r30 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    place_4,
    place_6,
    total_13,
    place_14,
    place_15
  FROM r29
  ORDER BY
    place_6 ASC,
    place_15 ASC,
    rows_2 NULLS FIRST,
    id_3 NULLS FIRST,
    row_5 NULLS FIRST,
    place_4 NULLS FIRST,
    place_6 NULLS FIRST,
    total_13 NULLS FIRST,
    place_14 NULLS FIRST,
    place_15 NULLS FIRST
), r31 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_13,
    place_4
  FROM r30
), r32 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_13,
    place_4,
    COALESCE(NULLIF(CAST(row_5 -> CAST($p3 AS TEXT) AS TEXT), 'null') ->> '$', '') AS name_16
  FROM r31
), r33 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_13,
    place_4,
    name_16,
    ROW_NUMBER() OVER () AS row_position
  FROM r32
), r34 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_13,
    place_4,
    name_16
  FROM r33
  ORDER BY
    place_4 ASC NULLS FIRST,
    total_13 DESC,
    row_position
), r35 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_13,
    place_4,
    name_16,
    ROW_NUMBER() OVER () AS row_position
  FROM r34
), r36 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_13,
    place_4,
    name_16,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY place_4 ORDER BY row_position) AS rank_in_group
  FROM r35
), r37 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_13,
    place_4,
    name_16
  FROM r36
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r38 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_13,
    place_4,
    name_16,
    ROW_NUMBER() OVER () AS row_position
  FROM r37
), r39 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_13,
    place_4,
    name_16,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_17,
    row_position
  FROM r38
), r40 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    row_5,
    total_13,
    place_4,
    name_16,
    place_17
  FROM r39
  ORDER BY
    row_position
), r41 AS NOT MATERIALIZED (
  SELECT
    rows_2 AS rows_18,
    id_3 AS id_19,
    row_5 AS row_20,
    total_13 AS total_21,
    name_16 AS name_22,
    place_4 AS place_23,
    place_17 AS place_24
  FROM r40
), r42 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    place_4,
    rows_18,
    id_19,
    row_20,
    total_21,
    name_22,
    place_23,
    place_24
  FROM r5
  INNER JOIN r41
    ON place_4 IS NOT DISTINCT FROM place_23
), r43 AS NOT MATERIALIZED (
  SELECT
    rows_2,
    id_3,
    place_4,
    rows_18,
    id_19,
    row_20,
    total_21,
    name_22,
    place_23,
    place_24
  FROM r42
  ORDER BY
    place_4 ASC,
    place_24 ASC,
    rows_2 NULLS FIRST,
    id_3 NULLS FIRST,
    place_4 NULLS FIRST,
    rows_18 NULLS FIRST,
    id_19 NULLS FIRST,
    row_20 NULLS FIRST,
    total_21 NULLS FIRST,
    name_22 NULLS FIRST,
    place_23 NULLS FIRST,
    place_24 NULLS FIRST
), r44 AS NOT MATERIALIZED (
  SELECT
    rows_18,
    id_19,
    row_20,
    total_21,
    name_22
  FROM r43
), r45 AS NOT MATERIALIZED (
  SELECT
    id_19,
    name_22,
    total_21
  FROM r44
)
SELECT
  id_19,
  name_22,
  total_21
FROM r45
-- $p1 = '[{"h":"a","p":[1,2]},{"h":"b","p":[3]}]'
-- $p2 = '$."p"'
-- $p3 = '$."h"'
