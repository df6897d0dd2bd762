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
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(ports_2 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(ports_2) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [ports_2]
      END
    ) AS port_4
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(port_4) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
            OR JSON_TYPE(port_4) = 'BOOLEAN'
            THEN port_4
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
    ) AS port_5,
    place_3
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    place_3 AS place_3,
    CAST((
      (
        COALESCE(SUM(CAST(port_5 AS INT128)), 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS total_6,
    COUNT(*) AS n_7
  FROM r9
  GROUP BY
    1
), r11 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_6,
    n_7
  FROM r10
  WHERE
    n_7 > CAST(1 AS BIGINT)
), r12 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_6,
    n_7,
    ROW_NUMBER() OVER (ORDER BY place_3, total_6, n_7) AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_6,
    n_7,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_8,
    row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    place_3,
    total_6,
    n_7,
    place_8
  FROM r13
  ORDER BY
    row_position
), r15 AS NOT MATERIALIZED (
  SELECT
    total_6 AS total_9,
    n_7 AS n_10,
    place_3 AS place_11,
    place_8 AS place_12
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    place_3,
    total_9,
    n_10,
    place_11,
    place_12
  FROM r4
  INNER JOIN r15
    ON place_3 IS NOT DISTINCT FROM place_11
), r17 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    place_3,
    total_9,
    n_10,
    place_11,
    place_12
  FROM r16
  ORDER BY
    place_3 ASC,
    place_12 ASC,
    host_1 NULLS FIRST,
    ports_2 NULLS FIRST,
    place_3 NULLS FIRST,
    total_9 NULLS FIRST,
    n_10 NULLS FIRST,
    place_11 NULLS FIRST,
    place_12 NULLS FIRST
), r18 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    total_9,
    n_10
  FROM r17
)
SELECT
  host_1,
  ports_2,
  total_9,
  n_10
FROM r18
-- $p1 = 'b'
-- $p2 = '[22,80]'
-- $p3 = 'a'
-- $p4 = '[9]'
-- $p5 = '[9,5]'
