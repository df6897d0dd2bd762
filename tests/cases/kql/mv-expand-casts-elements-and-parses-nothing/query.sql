WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(d_1 AS BIGINT) AS d_1
  FROM (VALUES
    (CAST(638501184000000000 AS BIGINT)),
    (CAST(638502048000000000 AS BIGINT))) AS given(d_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    d_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN d_1 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(
              '"' || STRFTIME(
                MAKE_TIMESTAMP((
                  d_1 // 10000000 - 62135596800
                ) * 1000000),
                '%Y-%m-%dT%H:%M:%S.'
              ) || LPAD(CAST(d_1 % 10000000 AS TEXT), 7, '0') || 'Z' || '"',
              'null'
            )
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN d_1 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(
              '"' || STRFTIME(
                MAKE_TIMESTAMP((
                  d_1 // 10000000 - 62135596800
                ) * 1000000),
                '%Y-%m-%dT%H:%M:%S.'
              ) || LPAD(CAST(d_1 % 10000000 AS TEXT), 7, '0') || 'Z' || '"',
              'null'
            )
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS times_2,
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN (
              d_1 - CAST(638500320000000000 AS BIGINT)
            ) IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE LIST_EXTRACT(
              LIST_TRANSFORM(
                [d_1 - CAST(638500320000000000 AS BIGINT)],
                LAMBDA given0 : COALESCE(
                  '"' || CASE WHEN given0 < 0 THEN '-' ELSE '' END || CASE
                    WHEN ABS(CAST(given0 AS INT128)) >= 864000000000
                    THEN CAST(ABS(CAST(given0 AS INT128)) // 864000000000 AS TEXT) || '.'
                    ELSE ''
                  END || LPAD(CAST(ABS(CAST(given0 AS INT128)) // 36000000000 % 24 AS TEXT), 2, '0') || ':' || LPAD(CAST(ABS(CAST(given0 AS INT128)) // 600000000 % 60 AS TEXT), 2, '0') || ':' || LPAD(CAST(ABS(CAST(given0 AS INT128)) // 10000000 % 60 AS TEXT), 2, '0') || CASE
                    WHEN ABS(CAST(given0 AS INT128)) % 10000000 = 0
                    THEN ''
                    ELSE '.' || LPAD(CAST(ABS(CAST(given0 AS INT128)) % 10000000 AS TEXT), 7, '0')
                  END || '"',
                  'null'
                )
              ),
              1
            )
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN (
              d_1 - CAST(638500320000000000 AS BIGINT)
            ) IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE LIST_EXTRACT(
              LIST_TRANSFORM(
                [d_1 - CAST(638500320000000000 AS BIGINT)],
                LAMBDA given0 : COALESCE(
                  '"' || CASE WHEN given0 < 0 THEN '-' ELSE '' END || CASE
                    WHEN ABS(CAST(given0 AS INT128)) >= 864000000000
                    THEN CAST(ABS(CAST(given0 AS INT128)) // 864000000000 AS TEXT) || '.'
                    ELSE ''
                  END || LPAD(CAST(ABS(CAST(given0 AS INT128)) // 36000000000 % 24 AS TEXT), 2, '0') || ':' || LPAD(CAST(ABS(CAST(given0 AS INT128)) // 600000000 % 60 AS TEXT), 2, '0') || ':' || LPAD(CAST(ABS(CAST(given0 AS INT128)) // 10000000 % 60 AS TEXT), 2, '0') || CASE
                    WHEN ABS(CAST(given0 AS INT128)) % 10000000 = 0
                    THEN ''
                    ELSE '.' || LPAD(CAST(ABS(CAST(given0 AS INT128)) % 10000000 AS TEXT), 7, '0')
                  END || '"',
                  'null'
                )
              ),
              1
            )
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS lengths_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    times_2,
    lengths_3,
    CAST($p1 AS TEXT) AS texts_4,
    CAST($p2 AS TEXT) AS numbers_5,
    CAST($p3 AS TEXT) AS flags_6,
    CAST($p4 AS TEXT) AS ids_7
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    times_2,
    lengths_3,
    texts_4,
    numbers_5,
    flags_6,
    ids_7,
    UNNEST(
      CASE
        WHEN times_2 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(times_2) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(times_2, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(times_2) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(times_2 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(times_2) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [times_2]
      END
    ) AS times_8,
    UNNEST(
      CASE
        WHEN lengths_3 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(lengths_3) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(lengths_3, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(lengths_3) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(lengths_3 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(lengths_3) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [lengths_3]
      END
    ) AS lengths_9,
    UNNEST(
      CASE
        WHEN texts_4 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(texts_4) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(texts_4, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(texts_4) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(texts_4 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(texts_4) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [texts_4]
      END
    ) AS texts_10,
    UNNEST(
      CASE
        WHEN texts_4 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(texts_4) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(texts_4, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(texts_4) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(texts_4 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(texts_4) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [texts_4]
      END
    ) AS t2_11,
    UNNEST(
      CASE
        WHEN numbers_5 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(numbers_5) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(numbers_5, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(numbers_5) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(numbers_5 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(numbers_5) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [numbers_5]
      END
    ) AS numbers_12,
    UNNEST(
      CASE
        WHEN numbers_5 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(numbers_5) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(numbers_5, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(numbers_5) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(numbers_5 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(numbers_5) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [numbers_5]
      END
    ) AS r_13,
    UNNEST(
      CASE
        WHEN flags_6 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(flags_6) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(flags_6, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(flags_6) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(flags_6 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(flags_6) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [flags_6]
      END
    ) AS flags_14,
    UNNEST(
      CASE
        WHEN ids_7 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(ids_7) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(ids_7, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(ids_7) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(ids_7 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(ids_7) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [ids_7]
      END
    ) AS ids_15
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN REGEXP_FULL_MATCH(times_8, '"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{7}Z"')
            THEN times_8
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
    ) AS times_16,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          COALESCE(
            CASE
              WHEN REGEXP_FULL_MATCH(lengths_9, '"-?([0-9]+[.])?[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{7})?"')
              THEN lengths_9
            END ->> '$',
            ''
          )
        ],
        LAMBDA given0 : CASE
          WHEN REGEXP_FULL_MATCH(TRIM(given0), '-?[0-9]{1,7}d')
          THEN CAST(TRIM(given0)[1:-2] AS BIGINT) * 864000000000
          WHEN REGEXP_FULL_MATCH(TRIM(given0), '-?[0-9]{1,7}h')
          THEN CAST(TRIM(given0)[1:-2] AS BIGINT) * 36000000000
          WHEN REGEXP_FULL_MATCH(TRIM(given0), '-?[0-9]{1,7}m')
          THEN CAST(TRIM(given0)[1:-2] AS BIGINT) * 600000000
          WHEN REGEXP_FULL_MATCH(TRIM(given0), '-?[0-9]{1,7}s')
          THEN CAST(TRIM(given0)[1:-2] AS BIGINT) * 10000000
          WHEN REGEXP_FULL_MATCH(TRIM(given0), '-?[0-9]{1,7}ms')
          THEN CAST(TRIM(given0)[1:-3] AS BIGINT) * 10000
          WHEN REGEXP_FULL_MATCH(
            TRIM(given0),
            '(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?'
          )
          THEN CASE
            WHEN CAST('0' || REGEXP_EXTRACT(
              TRIM(given0),
              '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
              3
            ) AS BIGINT) < 24
            AND CAST('0' || REGEXP_EXTRACT(
              TRIM(given0),
              '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
              4
            ) AS BIGINT) < 60
            AND CAST('0' || REGEXP_EXTRACT(
              TRIM(given0),
              '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
              5
            ) AS BIGINT) < 60
            THEN CASE WHEN TRIM(given0)[1] = '-' THEN -1 ELSE 1 END * (
              (
                (
                  (
                    CAST('0' || REGEXP_EXTRACT(
                      TRIM(given0),
                      '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
                      2
                    ) AS BIGINT) * 24 + CAST('0' || REGEXP_EXTRACT(
                      TRIM(given0),
                      '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
                      3
                    ) AS BIGINT)
                  ) * 60 + CAST('0' || REGEXP_EXTRACT(
                    TRIM(given0),
                    '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
                    4
                  ) AS BIGINT)
                ) * 60 + CAST('0' || REGEXP_EXTRACT(
                  TRIM(given0),
                  '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
                  5
                ) AS BIGINT)
              ) * 10000000 + CAST(RPAD(
                '0' || REGEXP_EXTRACT(
                  TRIM(given0),
                  '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
                  6
                ),
                8,
                '0'
              ) AS BIGINT)
            )
          END
          WHEN REGEXP_FULL_MATCH(TRIM(given0), '[0-9]*[.][0-9]*')
          OR NOT REGEXP_MATCHES(TRIM(given0), '[0-9]')
          THEN NULL
          ELSE ANTIVENOM_KUSTO_READ_TIMESPAN(TRIM(given0))
        END
      ),
      1
    ) AS lengths_17,
    COALESCE(texts_10 ->> '$', '') AS texts_18,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(numbers_12) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
            OR JSON_TYPE(numbers_12) = 'BOOLEAN'
            THEN numbers_12
          END
        ],
        LAMBDA given0 : CASE JSON_TYPE(given0)
          WHEN 'BIGINT'
          THEN CAST((
            (
              CAST(CAST(given0 ->> '$' AS BIGINT) AS INT128) + 2147483648
            ) & 4294967295
          ) - 2147483648 AS INT)
          WHEN 'UBIGINT'
          THEN CAST((
            (
              CAST(TRY_CAST(given0 ->> '$' AS BIGINT) AS INT128) + 2147483648
            ) & 4294967295
          ) - 2147483648 AS INT)
          WHEN 'DOUBLE'
          THEN CASE
            WHEN NOT ISFINITE(CAST(given0 ->> '$' AS DOUBLE))
            THEN NULL
            WHEN CAST(given0 ->> '$' AS DOUBLE) >= 2147483647
            THEN 2147483647
            WHEN CAST(given0 ->> '$' AS DOUBLE) <= -2147483648
            THEN -2147483648
            ELSE CAST(TRUNC(CAST(given0 ->> '$' AS DOUBLE)) AS INT)
          END
          WHEN 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
          WHEN 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?[0-9]+'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS INT)
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '0[xX][0-9a-fA-F]{1,8}'
            )
            THEN CAST((
              (
                CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT) + 2147483648
              ) & 4294967295
            ) - 2147483648 AS INT)
          END
        END
      ),
      1
    ) AS numbers_19,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(flags_14) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
            OR JSON_TYPE(flags_14) = 'BOOLEAN'
            THEN flags_14
          END
        ],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE) <> 0
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN (
            given0 ->> '$'
          ) = 'true'
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
    ) AS flags_20,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          COALESCE(
            CASE
              WHEN REGEXP_FULL_MATCH(ids_15, '"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"')
              THEN ids_15
            END ->> '$',
            ''
          )
        ],
        LAMBDA given0 : CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(given0),
            '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}'
          )
          THEN LOWER(TRIM(given0))
          WHEN REGEXP_FULL_MATCH(
            TRIM(given0),
            '[0-9a-fA-F]{32}|[{][0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}[}]|[(][0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}[)]'
          )
          THEN REGEXP_REPLACE(
            LOWER(REPLACE(TRIM(TRIM(given0), '{}()'), '-', '')),
            '^(.{8})(.{4})(.{4})(.{4})(.{12})$',
            '\1-\2-\3-\4-\5'
          )
        END
      ),
      1
    ) AS ids_21,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(t2_11) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
            OR JSON_TYPE(t2_11) = 'BOOLEAN'
            THEN t2_11
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
    ) AS t2_22,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(r_13) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
            OR r_13 IN ('"NaN"', '"Infinity"', '"-Infinity"')
            OR JSON_TYPE(r_13) = 'BOOLEAN'
            THEN r_13
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
    ) AS r_23
  FROM r5
)
SELECT
  times_16,
  lengths_17,
  texts_18,
  numbers_19,
  flags_20,
  ids_21,
  t2_22,
  r_23
FROM r6
-- $p1 = '["7",null]'
-- $p2 = '[7,null]'
-- $p3 = '[true,"x"]'
-- $p4 = '["1D2B3C4D-0000-1111-2222-333344445555","no id"]'
