WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(d_1 AS TEXT) AS d_1
  FROM (VALUES
    (CAST($p1 AS TEXT))) AS given(d_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(d_1) = 'OBJECT'
            THEN NULLIF(CAST(d_1 -> CAST($p2 AS TEXT) AS TEXT), 'null')
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
    ) AS p_a_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(d_1) = 'OBJECT'
            THEN NULLIF(CAST(d_1 -> CAST($p3 AS TEXT) AS TEXT), 'null')
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
    ) AS c_3
  FROM r1
)
SELECT
  p_a_2,
  c_3
FROM r2
-- $p1 = '{"a":1,"b":2,"c~d":3,"b c":4}'
-- $p2 = '/a'
-- $p3 = '/b c'
