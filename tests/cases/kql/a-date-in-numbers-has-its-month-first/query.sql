WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT)),
    (CAST($p7 AS TEXT)),
    (CAST($p8 AS TEXT)),
    (CAST($p9 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    CASE
      WHEN REGEXP_MATCHES(s_1, '^\s*\S+[T ]\s*(?:2[4-9]|[3-9][0-9])')
      THEN NULL
      WHEN REGEXP_MATCHES(
        s_1,
        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$'
      )
      THEN CASE
        WHEN (
          EPOCH_US(
            TRY_CAST(REGEXP_EXTRACT(
              s_1,
              '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
              1
            ) || ' ' || COALESCE(
              NULLIF(
                REGEXP_EXTRACT(
                  s_1,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  2
                ),
                ''
              ),
              '00:00'
            ) || ':' || COALESCE(
              NULLIF(
                REGEXP_EXTRACT(
                  s_1,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  3
                ),
                ''
              ),
              '00'
            ) AS TIMESTAMP)
          ) * 10 + 621355968000000000 + CAST(RPAD(
            '0' || REGEXP_EXTRACT(
              s_1,
              '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
              4
            ),
            8,
            '0'
          ) AS BIGINT) - (
            CASE
              WHEN LENGTH(
                REGEXP_EXTRACT(
                  s_1,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  5
                )
              ) = 6
              THEN (
                CASE
                  WHEN REGEXP_EXTRACT(
                    s_1,
                    '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                    5
                  )[1] = '-'
                  THEN -1
                  ELSE 1
                END
              ) * (
                CAST(REGEXP_EXTRACT(
                  s_1,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  5
                )[2:3] AS BIGINT) * 60 + CAST(REGEXP_EXTRACT(
                  s_1,
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
              s_1,
              '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
              1
            ) || ' ' || COALESCE(
              NULLIF(
                REGEXP_EXTRACT(
                  s_1,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  2
                ),
                ''
              ),
              '00:00'
            ) || ':' || COALESCE(
              NULLIF(
                REGEXP_EXTRACT(
                  s_1,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  3
                ),
                ''
              ),
              '00'
            ) AS TIMESTAMP)
          ) * 10 + 621355968000000000 + CAST(RPAD(
            '0' || REGEXP_EXTRACT(
              s_1,
              '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
              4
            ),
            8,
            '0'
          ) AS BIGINT) - (
            CASE
              WHEN LENGTH(
                REGEXP_EXTRACT(
                  s_1,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  5
                )
              ) = 6
              THEN (
                CASE
                  WHEN REGEXP_EXTRACT(
                    s_1,
                    '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                    5
                  )[1] = '-'
                  THEN -1
                  ELSE 1
                END
              ) * (
                CAST(REGEXP_EXTRACT(
                  s_1,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  5
                )[2:3] AS BIGINT) * 60 + CAST(REGEXP_EXTRACT(
                  s_1,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  5
                )[5:6] AS BIGINT)
              ) * 600000000
              ELSE 0
            END
          )
        )
      END
      WHEN NOT REGEXP_MATCHES(s_1, '[0-9]')
      THEN NULL
      ELSE ANTIVENOM_KUSTO_READ_TIME(s_1)
    END AS t_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST(s_3 AS TEXT) AS s_3
  FROM (VALUES
    (CAST($p10 AS TEXT)),
    (CAST($p11 AS TEXT)),
    (CAST($p12 AS TEXT)),
    (CAST($p13 AS TEXT))) AS given(s_3)
), r4 AS NOT MATERIALIZED (
  SELECT
    s_3,
    CASE
      WHEN REGEXP_FULL_MATCH(TRIM(s_3), '-?[0-9]{1,7}d')
      THEN CAST(TRIM(s_3)[1:-2] AS BIGINT) * 864000000000
      WHEN REGEXP_FULL_MATCH(TRIM(s_3), '-?[0-9]{1,7}h')
      THEN CAST(TRIM(s_3)[1:-2] AS BIGINT) * 36000000000
      WHEN REGEXP_FULL_MATCH(TRIM(s_3), '-?[0-9]{1,7}m')
      THEN CAST(TRIM(s_3)[1:-2] AS BIGINT) * 600000000
      WHEN REGEXP_FULL_MATCH(TRIM(s_3), '-?[0-9]{1,7}s')
      THEN CAST(TRIM(s_3)[1:-2] AS BIGINT) * 10000000
      WHEN REGEXP_FULL_MATCH(TRIM(s_3), '-?[0-9]{1,7}ms')
      THEN CAST(TRIM(s_3)[1:-3] AS BIGINT) * 10000
      WHEN REGEXP_FULL_MATCH(
        TRIM(s_3),
        '(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?'
      )
      THEN CASE
        WHEN CAST('0' || REGEXP_EXTRACT(
          TRIM(s_3),
          '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
          3
        ) AS BIGINT) < 24
        AND CAST('0' || REGEXP_EXTRACT(
          TRIM(s_3),
          '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
          4
        ) AS BIGINT) < 60
        AND CAST('0' || REGEXP_EXTRACT(
          TRIM(s_3),
          '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
          5
        ) AS BIGINT) < 60
        THEN CASE WHEN TRIM(s_3)[1] = '-' THEN -1 ELSE 1 END * (
          (
            (
              (
                CAST('0' || REGEXP_EXTRACT(
                  TRIM(s_3),
                  '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
                  2
                ) AS BIGINT) * 24 + CAST('0' || REGEXP_EXTRACT(
                  TRIM(s_3),
                  '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
                  3
                ) AS BIGINT)
              ) * 60 + CAST('0' || REGEXP_EXTRACT(
                TRIM(s_3),
                '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
                4
              ) AS BIGINT)
            ) * 60 + CAST('0' || REGEXP_EXTRACT(
              TRIM(s_3),
              '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
              5
            ) AS BIGINT)
          ) * 10000000 + CAST(RPAD(
            '0' || REGEXP_EXTRACT(
              TRIM(s_3),
              '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
              6
            ),
            8,
            '0'
          ) AS BIGINT)
        )
      END
      WHEN REGEXP_FULL_MATCH(TRIM(s_3), '[0-9]*[.][0-9]*')
      OR NOT REGEXP_MATCHES(TRIM(s_3), '[0-9]')
      THEN NULL
      ELSE ANTIVENOM_KUSTO_READ_TIMESPAN(TRIM(s_3))
    END AS length_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_5,
    CAST(t_2 AS BIGINT) AS t_6,
    CAST(NULL AS BIGINT) AS length_7
  FROM r2
  UNION ALL
  SELECT
    CAST(s_3 AS TEXT) AS s_5,
    CAST(NULL AS BIGINT) AS t_6,
    CAST(length_4 AS BIGINT) AS length_7
  FROM r4
)
SELECT
  s_5,
  t_6,
  length_7
FROM r5
-- $p1 = '03/04/2024'
-- $p2 = '3-4-2024 5:06:07.5 PM'
-- $p3 = '12/31/1999 12:00 AM'
-- $p4 = '17/02/2016'
-- $p5 = '2024-01-02T03:04:05.123456789Z'
-- $p6 = '1700000000'
-- $p7 = '8 Nov 29'
-- $p8 = '8 Nov 30'
-- $p9 = 'Mon, 8 Nov 14 15:05:02 GMT'
-- $p10 = '5'
-- $p11 = '1.5'
-- $p12 = '1d2h'
-- $p13 = '-3h'
