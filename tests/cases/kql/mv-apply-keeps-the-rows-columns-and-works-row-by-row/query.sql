WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(host_1 AS TEXT) AS host_1,
    CAST(ports_2 AS TEXT) AS ports_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT), CAST($p6 AS TEXT))) AS given(host_1, ports_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
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
    ) AS port_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(port_3) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
            OR JSON_TYPE(port_3) = 'BOOLEAN'
            THEN port_3
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
    ) AS port_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    port_4
  FROM r3
  WHERE
    port_4 < CAST(1000 AS BIGINT)
), r5 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    port_4,
    TRUE AS low_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    host_1,
    ports_2,
    port_4,
    low_5
  FROM r5
)
SELECT
  host_1,
  ports_2,
  port_4,
  low_5
FROM r6
-- $p1 = 'a'
-- $p2 = '[22,8080,443]'
-- $p3 = 'b'
-- $p4 = '[]'
-- $p5 = 'c'
-- $p6 = '[80]'
