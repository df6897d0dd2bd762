WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(d_1 AS TEXT) AS d_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST(NULL AS TEXT))) AS given(d_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    d_1,
    COALESCE(
      CASE JSON_TYPE(d_1)
        WHEN 'BIGINT'
        THEN CAST(d_1 ->> '$' AS BIGINT)
        WHEN 'UBIGINT'
        THEN TRY_CAST(d_1 ->> '$' AS BIGINT)
        WHEN 'BOOLEAN'
        THEN CASE d_1 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
        WHEN 'VARCHAR'
        THEN CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?[0-9]+'
          )
          THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
          WHEN REGEXP_FULL_MATCH(
            TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '0[xX][0-9a-fA-F]{1,16}'
          )
          THEN CAST((
            (
              CAST(CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
            ) & 18446744073709551615
          ) - 9223372036854775808 AS BIGINT)
        END
        WHEN 'DOUBLE'
        THEN CASE
          WHEN CAST(d_1 ->> '$' AS DOUBLE) = TRUNC(CAST(d_1 ->> '$' AS DOUBLE))
          THEN TRY_CAST(CAST(d_1 ->> '$' AS DOUBLE) AS BIGINT)
        END
      END = CAST(1 AS BIGINT),
      FALSE
    ) AS equal_2,
    NOT COALESCE(
      CASE JSON_TYPE(d_1)
        WHEN 'BIGINT'
        THEN CAST(d_1 ->> '$' AS BIGINT)
        WHEN 'UBIGINT'
        THEN TRY_CAST(d_1 ->> '$' AS BIGINT)
        WHEN 'BOOLEAN'
        THEN CASE d_1 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
        WHEN 'VARCHAR'
        THEN CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?[0-9]+'
          )
          THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
          WHEN REGEXP_FULL_MATCH(
            TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '0[xX][0-9a-fA-F]{1,16}'
          )
          THEN CAST((
            (
              CAST(CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
            ) & 18446744073709551615
          ) - 9223372036854775808 AS BIGINT)
        END
        WHEN 'DOUBLE'
        THEN CASE
          WHEN CAST(d_1 ->> '$' AS DOUBLE) = TRUNC(CAST(d_1 ->> '$' AS DOUBLE))
          THEN TRY_CAST(CAST(d_1 ->> '$' AS DOUBLE) AS BIGINT)
        END
      END = CAST(1 AS BIGINT),
      FALSE
    ) AS unequal_3,
    CASE
      WHEN JSON_TYPE(d_1) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
      THEN CAST(d_1 ->> '$' AS DOUBLE)
      WHEN JSON_TYPE(d_1) = 'BOOLEAN'
      THEN CASE d_1 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
      WHEN JSON_TYPE(d_1) = 'VARCHAR'
      THEN CASE
        WHEN REGEXP_FULL_MATCH(
          TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
          '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
        )
        THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
        WHEN LOWER(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
        THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
      END
    END > 1.0e0
    AND NOT ISNAN(
      CASE
        WHEN JSON_TYPE(d_1) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
        THEN CAST(d_1 ->> '$' AS DOUBLE)
        WHEN JSON_TYPE(d_1) = 'BOOLEAN'
        THEN CASE d_1 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
        WHEN JSON_TYPE(d_1) = 'VARCHAR'
        THEN CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
          )
          THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          WHEN LOWER(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
          THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
        END
      END
    ) AS more_4,
    CAST((
      (
        (
          CAST(CASE JSON_TYPE(d_1)
            WHEN 'BIGINT'
            THEN CAST(d_1 ->> '$' AS BIGINT)
            WHEN 'UBIGINT'
            THEN TRY_CAST(d_1 ->> '$' AS BIGINT)
            WHEN 'BOOLEAN'
            THEN CASE d_1 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
            WHEN 'VARCHAR'
            THEN CASE
              WHEN REGEXP_FULL_MATCH(
                TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                '[-+]?[0-9]+'
              )
              THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
              WHEN REGEXP_FULL_MATCH(
                TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                '0[xX][0-9a-fA-F]{1,16}'
              )
              THEN CAST((
                (
                  CAST(CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
                ) & 18446744073709551615
              ) - 9223372036854775808 AS BIGINT)
            END
            WHEN 'DOUBLE'
            THEN CASE
              WHEN NOT ISFINITE(CAST(d_1 ->> '$' AS DOUBLE))
              THEN NULL
              WHEN CAST(d_1 ->> '$' AS DOUBLE) >= 9223372036854775807
              THEN 9223372036854775807
              WHEN CAST(d_1 ->> '$' AS DOUBLE) <= -9223372036854775808
              THEN -9223372036854775808
              ELSE CAST(TRUNC(CAST(d_1 ->> '$' AS DOUBLE)) AS BIGINT)
            END
          END AS INT128) + CAST(1 AS BIGINT)
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS next_5,
    COALESCE(
      COALESCE(
        CASE JSON_TYPE(d_1)
          WHEN 'BIGINT'
          THEN CAST(d_1 ->> '$' AS BIGINT)
          WHEN 'UBIGINT'
          THEN TRY_CAST(d_1 ->> '$' AS BIGINT)
          WHEN 'BOOLEAN'
          THEN CASE d_1 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
          WHEN 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?[0-9]+'
            )
            THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
            WHEN REGEXP_FULL_MATCH(
              TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '0[xX][0-9a-fA-F]{1,16}'
            )
            THEN CAST((
              (
                CAST(CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
              ) & 18446744073709551615
            ) - 9223372036854775808 AS BIGINT)
          END
          WHEN 'DOUBLE'
          THEN CASE
            WHEN CAST(d_1 ->> '$' AS DOUBLE) = TRUNC(CAST(d_1 ->> '$' AS DOUBLE))
            THEN TRY_CAST(CAST(d_1 ->> '$' AS DOUBLE) AS BIGINT)
          END
        END = CAST(1 AS BIGINT),
        FALSE
      ),
      FALSE
    )
    OR COALESCE(
      COALESCE(
        CASE JSON_TYPE(d_1)
          WHEN 'BIGINT'
          THEN CAST(d_1 ->> '$' AS BIGINT)
          WHEN 'UBIGINT'
          THEN TRY_CAST(d_1 ->> '$' AS BIGINT)
          WHEN 'BOOLEAN'
          THEN CASE d_1 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
          WHEN 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?[0-9]+'
            )
            THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
            WHEN REGEXP_FULL_MATCH(
              TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '0[xX][0-9a-fA-F]{1,16}'
            )
            THEN CAST((
              (
                CAST(CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
              ) & 18446744073709551615
            ) - 9223372036854775808 AS BIGINT)
          END
          WHEN 'DOUBLE'
          THEN CASE
            WHEN CAST(d_1 ->> '$' AS DOUBLE) = TRUNC(CAST(d_1 ->> '$' AS DOUBLE))
            THEN TRY_CAST(CAST(d_1 ->> '$' AS DOUBLE) AS BIGINT)
          END
        END = CAST(2 AS BIGINT),
        FALSE
      ),
      FALSE
    ) AS listed_6,
    (
      CASE
        WHEN JSON_TYPE(d_1) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
        THEN CAST(d_1 ->> '$' AS DOUBLE)
        WHEN JSON_TYPE(d_1) = 'BOOLEAN'
        THEN CASE d_1 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
        WHEN JSON_TYPE(d_1) = 'VARCHAR'
        THEN CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
          )
          THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          WHEN LOWER(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
          THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
        END
      END >= 1.0e0
      AND NOT ISNAN(
        CASE
          WHEN JSON_TYPE(d_1) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(d_1 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(d_1) = 'BOOLEAN'
          THEN CASE d_1 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(d_1) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      )
    )
    AND (
      CASE
        WHEN JSON_TYPE(d_1) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
        THEN CAST(d_1 ->> '$' AS DOUBLE)
        WHEN JSON_TYPE(d_1) = 'BOOLEAN'
        THEN CASE d_1 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
        WHEN JSON_TYPE(d_1) = 'VARCHAR'
        THEN CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
          )
          THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          WHEN LOWER(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
          THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
        END
      END <= 3.0e0
      AND NOT ISNAN(
        CASE
          WHEN JSON_TYPE(d_1) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(d_1 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(d_1) = 'BOOLEAN'
          THEN CASE d_1 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(d_1) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(d_1 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      )
    ) AS between_them_7,
    COALESCE(
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [NULLIF(CAST(CAST($p5 AS TEXT) -> CAST($p6 AS TEXT) AS TEXT), 'null')],
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
    ) AS flag_8
  FROM r1
)
SELECT
  d_1,
  equal_2,
  unequal_3,
  more_4,
  next_5,
  listed_6,
  between_them_7,
  flag_8
FROM r2
-- $p1 = '1'
-- $p2 = '2.0'
-- $p3 = '"x"'
-- $p4 = '[1]'
-- $p5 = '{"on":true}'
-- $p6 = '$."on"'
