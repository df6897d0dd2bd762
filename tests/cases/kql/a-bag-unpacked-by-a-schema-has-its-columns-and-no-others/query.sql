WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Extra_1 AS TEXT) AS Extra_1,
    CAST(Host_2 AS TEXT) AS Host_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT))) AS given(Extra_1, Host_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    Host_2,
    COALESCE(
      CASE
        WHEN JSON_TYPE(Extra_1) = 'OBJECT'
        THEN NULLIF(CAST(Extra_1 -> CAST($p5 AS TEXT) AS TEXT), 'null')
      END ->> '$',
      ''
    ) AS User_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(Extra_1) = 'OBJECT'
            THEN NULLIF(CAST(Extra_1 -> CAST($p6 AS TEXT) AS TEXT), 'null')
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
    ) AS Pid_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(Extra_1) = 'OBJECT'
            THEN NULLIF(CAST(Extra_1 -> CAST($p7 AS TEXT) AS TEXT), 'null')
          END
        ],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_MATCHES(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '^\s*\S+[T ]\s*(?:2[4-9]|[3-9][0-9])'
            )
            THEN NULL
            WHEN REGEXP_MATCHES(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$'
            )
            THEN CASE
              WHEN (
                EPOCH_US(
                  TRY_CAST(REGEXP_EXTRACT(
                    TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                    '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                    1
                  ) || ' ' || COALESCE(
                    NULLIF(
                      REGEXP_EXTRACT(
                        TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        2
                      ),
                      ''
                    ),
                    '00:00'
                  ) || ':' || COALESCE(
                    NULLIF(
                      REGEXP_EXTRACT(
                        TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        3
                      ),
                      ''
                    ),
                    '00'
                  ) AS TIMESTAMP)
                ) * 10 + 621355968000000000 + CAST(RPAD(
                  '0' || REGEXP_EXTRACT(
                    TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                    '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                    4
                  ),
                  8,
                  '0'
                ) AS BIGINT) - (
                  CASE
                    WHEN LENGTH(
                      REGEXP_EXTRACT(
                        TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        5
                      )
                    ) = 6
                    THEN (
                      CASE
                        WHEN REGEXP_EXTRACT(
                          TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                          '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                          5
                        )[1] = '-'
                        THEN -1
                        ELSE 1
                      END
                    ) * (
                      CAST(REGEXP_EXTRACT(
                        TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        5
                      )[2:3] AS BIGINT) * 60 + CAST(REGEXP_EXTRACT(
                        TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        5
                      )[5:6] AS BIGINT)
                    ) * 600000000
                    ELSE 0
                  END
                )
              ) BETWEEN 0 AND 3155378975999999999
              THEN (
                EPOCH_US(
                  TRY_CAST(REGEXP_EXTRACT(
                    TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                    '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                    1
                  ) || ' ' || COALESCE(
                    NULLIF(
                      REGEXP_EXTRACT(
                        TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        2
                      ),
                      ''
                    ),
                    '00:00'
                  ) || ':' || COALESCE(
                    NULLIF(
                      REGEXP_EXTRACT(
                        TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        3
                      ),
                      ''
                    ),
                    '00'
                  ) AS TIMESTAMP)
                ) * 10 + 621355968000000000 + CAST(RPAD(
                  '0' || REGEXP_EXTRACT(
                    TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                    '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                    4
                  ),
                  8,
                  '0'
                ) AS BIGINT) - (
                  CASE
                    WHEN LENGTH(
                      REGEXP_EXTRACT(
                        TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        5
                      )
                    ) = 6
                    THEN (
                      CASE
                        WHEN REGEXP_EXTRACT(
                          TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                          '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                          5
                        )[1] = '-'
                        THEN -1
                        ELSE 1
                      END
                    ) * (
                      CAST(REGEXP_EXTRACT(
                        TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        5
                      )[2:3] AS BIGINT) * 60 + CAST(REGEXP_EXTRACT(
                        TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        5
                      )[5:6] AS BIGINT)
                    ) * 600000000
                    ELSE 0
                  END
                )
              )
            END
            WHEN NOT REGEXP_MATCHES(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[0-9]'
            )
            THEN NULL
            ELSE ANTIVENOM_KUSTO_READ_TIME(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            )
          END
        END
      ),
      1
    ) AS At_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(Extra_1) = 'OBJECT'
            THEN NULLIF(CAST(Extra_1 -> CAST($p8 AS TEXT) AS TEXT), 'null')
          END
        ],
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
    ) AS Score_6
  FROM r1
)
SELECT
  Host_2,
  User_3,
  Pid_4,
  At_5,
  Score_6
FROM r2
-- $p1 = '{"User":"root","Pid":7,"At":"2026-03-02T10:00:00Z","More":1}'
-- $p2 = 'a'
-- $p3 = '{"Score":2}'
-- $p4 = 'b'
-- $p5 = '/User'
-- $p6 = '/Pid'
-- $p7 = '/At'
-- $p8 = '/Score'
