WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(d_1 AS TEXT) AS d_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT))) AS given(d_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    d_1,
    COALESCE(
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [NULLIF(CAST(d_1 -> CAST($p7 AS TEXT) AS TEXT), 'null')],
          LAMBDA given0 : CASE JSON_TYPE(given0)
            WHEN 'BIGINT'
            THEN CAST(given0 ->> '$' AS BIGINT)
            WHEN 'UBIGINT'
            THEN TRY_CAST(given0 ->> '$' AS BIGINT)
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
            WHEN 'DOUBLE'
            THEN CASE
              WHEN CAST(given0 ->> '$' AS DOUBLE) = TRUNC(CAST(given0 ->> '$' AS DOUBLE))
              THEN TRY_CAST(CAST(given0 ->> '$' AS DOUBLE) AS BIGINT)
            END
          END
        ),
        1
      ) = CAST(5 AS BIGINT),
      FALSE
    ) AS is_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [NULLIF(CAST(d_1 -> CAST($p7 AS TEXT) AS TEXT), 'null')],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) > 5.0e0
    AND NOT ISNAN(
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [NULLIF(CAST(d_1 -> CAST($p7 AS TEXT) AS TEXT), 'null')],
          LAMBDA given0 : CASE
            WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
            THEN CAST(given0 ->> '$' AS DOUBLE)
            WHEN JSON_TYPE(given0) = 'BOOLEAN'
            THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
            WHEN JSON_TYPE(given0) = 'VARCHAR'
            THEN CASE
              WHEN REGEXP_FULL_MATCH(
                TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
              )
              THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
              WHEN LOWER(
                TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
              ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
              THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            END
          END
        ),
        1
      )
    ) AS more_3,
    CAST((
      (
        (
          CAST(LIST_EXTRACT(
            LIST_TRANSFORM(
              [NULLIF(CAST(d_1 -> CAST($p7 AS TEXT) AS TEXT), 'null')],
              LAMBDA given0 : CASE JSON_TYPE(given0)
                WHEN 'BIGINT'
                THEN CAST(given0 ->> '$' AS BIGINT)
                WHEN 'UBIGINT'
                THEN TRY_CAST(given0 ->> '$' AS BIGINT)
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
              END
            ),
            1
          ) AS INT128) + CAST(1 AS BIGINT)
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS sum_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [NULLIF(CAST(d_1 -> CAST($p7 AS TEXT) AS TEXT), 'null')],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) * 1.5e0 AS product_5,
    COALESCE(
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [NULLIF(CAST(d_1 -> CAST($p7 AS TEXT) AS TEXT), 'null')],
          LAMBDA given0 : CASE
            WHEN JSON_TYPE(given0) = 'BOOLEAN'
            THEN (
              given0 ->> '$'
            ) = 'true'
            WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
            THEN CAST(given0 ->> '$' AS DOUBLE) <> 0
            WHEN JSON_TYPE(given0) = 'VARCHAR'
            THEN CASE
              WHEN LOWER(
                TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
              ) = 'true'
              THEN TRUE
              WHEN LOWER(
                TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
              ) = 'false'
              THEN FALSE
              ELSE (
                CASE
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
              ) <> 0
            END
          END
        ),
        1
      ) = TRUE,
      FALSE
    ) AS flag_6
  FROM r1
)
SELECT
  d_1,
  is_2,
  more_3,
  sum_4,
  product_5,
  flag_6
FROM r2
-- $p1 = '{"x":5}'
-- $p2 = '{"x":"5"}'
-- $p3 = '{"x":5.5}'
-- $p4 = '{"x":true}'
-- $p5 = '{"x":"a"}'
-- $p6 = '{}'
-- $p7 = '$."x"'
