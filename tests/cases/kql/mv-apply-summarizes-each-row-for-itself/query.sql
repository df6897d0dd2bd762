WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(host_1 AS TEXT) AS host_1,
    CAST(ports_2 AS TEXT) AS ports_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p5 AS TEXT))) AS given(host_1, ports_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_3,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    place_3
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r6 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_3,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    place_3
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    place_3 AS place_4
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    place_3,
    UNNEST(
      CASE
        WHEN ports_2 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(ports_2) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(ports_2, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(ports_2) = 'OBJECT'
        THEN COALESCE(
          LIST_TRANSFORM(
            MAP_ENTRIES(TRY(CAST(CAST(ports_2 AS JSON) AS MAP(TEXT, JSON)))),
            LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
          ),
          ERROR('not supported: KQL mv-expand of a bag with a key twice')
        )
        ELSE [ports_2]
      END
    ) AS port_5
  FROM r7
), r10 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(port_5) IN ('BIGINT', 'UBIGINT')
            THEN port_5
            WHEN JSON_TYPE(port_5) IN ('DOUBLE', 'BOOLEAN')
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
    ) AS port_6,
    place_3
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    place_3 AS place_3,
    CAST((
      (
        COALESCE(SUM(CAST(port_6 AS INT128)), 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS total_7,
    COUNT(*) AS n_8
  FROM r10
  GROUP BY
    1
), r12 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_7,
    n_8,
    TRUE AS present_9
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_7,
    n_8,
    present_9
  FROM r8
  LEFT OUTER JOIN r12
    ON place_4 IS NOT DISTINCT FROM place_3
), r14 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_7,
    n_8,
    present_9
  FROM r13
  WHERE
    CASE
      WHEN present_9 IS NULL
      THEN ERROR(
        'not supported: KQL summarize without by over an empty group of mv-apply or partition'
      )
      ELSE TRUE
    END
), r15 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_7,
    n_8
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_7,
    n_8
  FROM r15
  WHERE
    n_8 > CAST(1 AS BIGINT)
), r17 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_7,
    n_8,
    ROW_NUMBER() OVER (ORDER BY place_3, total_7, n_8) AS row_position
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_7,
    n_8,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_10,
    row_position
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_7,
    n_8,
    place_10
  FROM r18
  ORDER BY
    row_position
), r20 AS NOT MATERIALIZED (
  SELECT
    total_7 AS total_11,
    n_8 AS n_12,
    place_3 AS place_13,
    place_10 AS place_14
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    place_3,
    total_11,
    n_12,
    place_13,
    place_14
  FROM r4
  INNER JOIN r20
    ON place_3 IS NOT DISTINCT FROM place_13
), r22 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    place_3,
    total_11,
    n_12,
    place_13,
    place_14
  FROM r21
  ORDER BY
    place_3 ASC,
    place_14 ASC,
    host_1 NULLS FIRST,
    ports_2 NULLS FIRST,
    place_3 NULLS FIRST,
    total_11 NULLS FIRST,
    n_12 NULLS FIRST,
    place_13 NULLS FIRST,
    place_14 NULLS FIRST
), r23 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    total_11,
    n_12
  FROM r22
)
SELECT
  host_1,
  ports_2,
  total_11,
  n_12
FROM r23
-- $p1 = 'b'
-- $p2 = '[22,80]'
-- $p3 = 'a'
-- $p4 = '[9]'
-- $p5 = '[9,5]'
