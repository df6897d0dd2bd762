WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(line_1 AS TEXT) AS line_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(line_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    line_1,
    CASE
      WHEN REGEXP_MATCHES(line_1, CAST($p4 AS TEXT))
      THEN LIST_EXTRACT(
        LIST_TRANSFORM(
          [REGEXP_EXTRACT(line_1, CAST($p4 AS TEXT), ['g0', 'g1'])],
          LAMBDA found : [found.g0, found.g1]
        ),
        1
      )
    END AS parsed_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    line_1,
    parsed_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [COALESCE(LIST_EXTRACT(parsed_2, CAST(0 AS BIGINT) + 1), '')],
        LAMBDA given0 : CASE
          WHEN REGEXP_MATCHES(given0, '^\s*\S+[T ]\s*(?:2[4-9]|[3-9][0-9])')
          THEN NULL
          WHEN REGEXP_MATCHES(
            given0,
            '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$'
          )
          THEN CASE
            WHEN (
              EPOCH_US(
                TRY_CAST(REGEXP_EXTRACT(
                  given0,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  1
                ) || ' ' || COALESCE(
                  NULLIF(
                    REGEXP_EXTRACT(
                      given0,
                      '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                      2
                    ),
                    ''
                  ),
                  '00:00'
                ) || ':' || COALESCE(
                  NULLIF(
                    REGEXP_EXTRACT(
                      given0,
                      '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                      3
                    ),
                    ''
                  ),
                  '00'
                ) AS TIMESTAMP)
              ) * 10 + 621355968000000000 + CAST(RPAD(
                '0' || REGEXP_EXTRACT(
                  given0,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  4
                ),
                8,
                '0'
              ) AS BIGINT) - (
                CASE
                  WHEN LENGTH(
                    REGEXP_EXTRACT(
                      given0,
                      '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                      5
                    )
                  ) = 6
                  THEN (
                    CASE
                      WHEN REGEXP_EXTRACT(
                        given0,
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        5
                      )[1] = '-'
                      THEN -1
                      ELSE 1
                    END
                  ) * (
                    CAST(REGEXP_EXTRACT(
                      given0,
                      '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                      5
                    )[2:3] AS BIGINT) * 60 + CAST(REGEXP_EXTRACT(
                      given0,
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
                  given0,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  1
                ) || ' ' || COALESCE(
                  NULLIF(
                    REGEXP_EXTRACT(
                      given0,
                      '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                      2
                    ),
                    ''
                  ),
                  '00:00'
                ) || ':' || COALESCE(
                  NULLIF(
                    REGEXP_EXTRACT(
                      given0,
                      '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                      3
                    ),
                    ''
                  ),
                  '00'
                ) AS TIMESTAMP)
              ) * 10 + 621355968000000000 + CAST(RPAD(
                '0' || REGEXP_EXTRACT(
                  given0,
                  '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                  4
                ),
                8,
                '0'
              ) AS BIGINT) - (
                CASE
                  WHEN LENGTH(
                    REGEXP_EXTRACT(
                      given0,
                      '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                      5
                    )
                  ) = 6
                  THEN (
                    CASE
                      WHEN REGEXP_EXTRACT(
                        given0,
                        '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                        5
                      )[1] = '-'
                      THEN -1
                      ELSE 1
                    END
                  ) * (
                    CAST(REGEXP_EXTRACT(
                      given0,
                      '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                      5
                    )[2:3] AS BIGINT) * 60 + CAST(REGEXP_EXTRACT(
                      given0,
                      '^\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:[T ]\s*([0-9]{1,2}:[0-9]{1,2})(?::([0-9]{1,2})(?:\.([0-9]{1,7}))?)?)?\s*(Z|[-+][0-9]{2}:[0-9]{2})?\s*$',
                      5
                    )[5:6] AS BIGINT)
                  ) * 600000000
                  ELSE 0
                END
              )
            )
          END
          WHEN NOT REGEXP_MATCHES(given0, '[0-9]')
          THEN NULL
          ELSE ANTIVENOM_KUSTO_READ_TIME(given0)
        END
      ),
      1
    ) AS when_3,
    COALESCE(LIST_EXTRACT(parsed_2, CAST(1 AS BIGINT) + 1), '') AS who_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    line_1,
    parsed_2,
    when_3,
    who_4
  FROM r3
  WHERE
    NOT parsed_2 IS NULL AND NOT when_3 IS NULL
), r5 AS NOT MATERIALIZED (
  SELECT
    line_1,
    when_3 AS when_5,
    who_4 AS who_6
  FROM r4
)
SELECT
  line_1,
  when_5,
  who_6
FROM r5
-- $p1 = 'at 2024-01-02 by alice'
-- $p2 = 'at noon by bob'
-- $p3 = 'alice'
-- $p4 = '(?s)^at\\x{20}(.*?)\\x{20}by\\x{20}(.*)\\z'
