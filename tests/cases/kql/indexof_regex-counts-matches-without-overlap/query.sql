WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given4 : CASE
          WHEN given4 < -1
          THEN NULL
          WHEN CONTAINS(CAST($p1 AS TEXT), CHR(57344))
          OR REGEXP_FULL_MATCH('', CAST($p2 AS TEXT))
          THEN ERROR(
            'not supported: KQL indexof_regex with a pattern that matches nothing, or in text with U+E000'
          )
          WHEN CASE
            WHEN LENGTH(
              STR_SPLIT(
                REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              )
            ) <= CAST(1 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
                    CHR(57344)
                  ),
                  1,
                  CAST(1 AS BIGINT)
                ),
                ''
              )
            ) AS BIGINT)
          END < 0
          THEN -1
          WHEN given4 >= 0
          AND CASE
            WHEN LENGTH(
              STR_SPLIT(
                REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              )
            ) <= CAST(1 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
                    CHR(57344)
                  ),
                  1,
                  CAST(1 AS BIGINT)
                ),
                ''
              )
            ) AS BIGINT)
          END >= given4
          THEN ERROR('not supported: KQL indexof_regex of a match beyond the length')
          ELSE CASE
            WHEN LENGTH(
              STR_SPLIT(
                REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              )
            ) <= CAST(1 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
                    CHR(57344)
                  ),
                  1,
                  CAST(1 AS BIGINT)
                ),
                ''
              )
            ) AS BIGINT)
          END + CAST(0 AS BIGINT)
        END
      ),
      1
    ) AS a_2,
    CASE
      WHEN CAST(9 AS BIGINT) < -1
      THEN NULL
      WHEN CONTAINS(CAST($p3 AS TEXT), CHR(57344))
      OR REGEXP_FULL_MATCH('', CAST($p2 AS TEXT))
      THEN ERROR(
        'not supported: KQL indexof_regex with a pattern that matches nothing, or in text with U+E000'
      )
      WHEN CASE
        WHEN LENGTH(
          STR_SPLIT(
            REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
            CHR(57344)
          )
        ) <= CAST(2 AS BIGINT)
        THEN -1
        ELSE CAST(LENGTH(
          ARRAY_TO_STRING(
            LIST_SLICE(
              STR_SPLIT(
                REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              ),
              1,
              CAST(2 AS BIGINT)
            ),
            ''
          )
        ) AS BIGINT)
      END < 0
      THEN -1
      WHEN CAST(9 AS BIGINT) >= 0
      AND CASE
        WHEN LENGTH(
          STR_SPLIT(
            REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
            CHR(57344)
          )
        ) <= CAST(2 AS BIGINT)
        THEN -1
        ELSE CAST(LENGTH(
          ARRAY_TO_STRING(
            LIST_SLICE(
              STR_SPLIT(
                REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              ),
              1,
              CAST(2 AS BIGINT)
            ),
            ''
          )
        ) AS BIGINT)
      END >= CAST(9 AS BIGINT)
      THEN ERROR('not supported: KQL indexof_regex of a match beyond the length')
      ELSE CASE
        WHEN LENGTH(
          STR_SPLIT(
            REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
            CHR(57344)
          )
        ) <= CAST(2 AS BIGINT)
        THEN -1
        ELSE CAST(LENGTH(
          ARRAY_TO_STRING(
            LIST_SLICE(
              STR_SPLIT(
                REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              ),
              1,
              CAST(2 AS BIGINT)
            ),
            ''
          )
        ) AS BIGINT)
      END + CAST(0 AS BIGINT)
    END AS b_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN CAST($p1 AS TEXT) = ''
            OR (
              CAST(1 AS BIGINT) < 0 AND LENGTH(CAST($p1 AS TEXT)) + CAST(1 AS BIGINT) < 0
            )
            THEN ''
            ELSE SUBSTRING(
              CAST($p1 AS TEXT),
              CASE
                WHEN CAST(1 AS BIGINT) < 0
                THEN LENGTH(CAST($p1 AS TEXT)) + CAST(1 AS BIGINT)
                ELSE LEAST(CAST(1 AS BIGINT), 4000000000)
              END + 1
            )
          END
        ],
        LAMBDA given0 : LIST_EXTRACT(
          LIST_TRANSFORM(
            [CAST(-1 AS BIGINT)],
            LAMBDA given4 : CASE
              WHEN given4 < -1
              THEN NULL
              WHEN CONTAINS(given0, CHR(57344)) OR REGEXP_FULL_MATCH('', CAST($p2 AS TEXT))
              THEN ERROR(
                'not supported: KQL indexof_regex with a pattern that matches nothing, or in text with U+E000'
              )
              WHEN CASE
                WHEN LENGTH(
                  STR_SPLIT(REGEXP_REPLACE(given0, CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344))
                ) <= CAST(2 AS BIGINT)
                THEN -1
                ELSE CAST(LENGTH(
                  ARRAY_TO_STRING(
                    LIST_SLICE(
                      STR_SPLIT(REGEXP_REPLACE(given0, CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344)),
                      1,
                      CAST(2 AS BIGINT)
                    ),
                    ''
                  )
                ) AS BIGINT)
              END < 0
              THEN -1
              WHEN given4 >= 0
              AND CASE
                WHEN LENGTH(
                  STR_SPLIT(REGEXP_REPLACE(given0, CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344))
                ) <= CAST(2 AS BIGINT)
                THEN -1
                ELSE CAST(LENGTH(
                  ARRAY_TO_STRING(
                    LIST_SLICE(
                      STR_SPLIT(REGEXP_REPLACE(given0, CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344)),
                      1,
                      CAST(2 AS BIGINT)
                    ),
                    ''
                  )
                ) AS BIGINT)
              END >= given4
              THEN ERROR('not supported: KQL indexof_regex of a match beyond the length')
              ELSE CASE
                WHEN LENGTH(
                  STR_SPLIT(REGEXP_REPLACE(given0, CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344))
                ) <= CAST(2 AS BIGINT)
                THEN -1
                ELSE CAST(LENGTH(
                  ARRAY_TO_STRING(
                    LIST_SLICE(
                      STR_SPLIT(REGEXP_REPLACE(given0, CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344)),
                      1,
                      CAST(2 AS BIGINT)
                    ),
                    ''
                  )
                ) AS BIGINT)
              END + CAST(1 AS BIGINT)
            END
          ),
          1
        )
      ),
      1
    ) AS c_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given4 : CASE
          WHEN given4 < -1
          THEN NULL
          WHEN CONTAINS(CAST($p4 AS TEXT), CHR(57344))
          OR REGEXP_FULL_MATCH('', CAST($p5 AS TEXT))
          THEN ERROR(
            'not supported: KQL indexof_regex with a pattern that matches nothing, or in text with U+E000'
          )
          WHEN CASE
            WHEN LENGTH(
              STR_SPLIT(
                REGEXP_REPLACE(CAST($p4 AS TEXT), CAST($p5 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              )
            ) <= CAST(2 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p4 AS TEXT), CAST($p5 AS TEXT), CHR(57344) || '\0', 'g'),
                    CHR(57344)
                  ),
                  1,
                  CAST(2 AS BIGINT)
                ),
                ''
              )
            ) AS BIGINT)
          END < 0
          THEN -1
          WHEN given4 >= 0
          AND CASE
            WHEN LENGTH(
              STR_SPLIT(
                REGEXP_REPLACE(CAST($p4 AS TEXT), CAST($p5 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              )
            ) <= CAST(2 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p4 AS TEXT), CAST($p5 AS TEXT), CHR(57344) || '\0', 'g'),
                    CHR(57344)
                  ),
                  1,
                  CAST(2 AS BIGINT)
                ),
                ''
              )
            ) AS BIGINT)
          END >= given4
          THEN ERROR('not supported: KQL indexof_regex of a match beyond the length')
          ELSE CASE
            WHEN LENGTH(
              STR_SPLIT(
                REGEXP_REPLACE(CAST($p4 AS TEXT), CAST($p5 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              )
            ) <= CAST(2 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p4 AS TEXT), CAST($p5 AS TEXT), CHR(57344) || '\0', 'g'),
                    CHR(57344)
                  ),
                  1,
                  CAST(2 AS BIGINT)
                ),
                ''
              )
            ) AS BIGINT)
          END + CAST(0 AS BIGINT)
        END
      ),
      1
    ) AS d_5,
    CAST(NULL AS BIGINT) AS e_6,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN CAST($p6 AS TEXT) = ''
            OR (
              CAST(1 AS BIGINT) < 0 AND LENGTH(CAST($p6 AS TEXT)) + CAST(1 AS BIGINT) < 0
            )
            THEN ''
            ELSE SUBSTRING(
              CAST($p6 AS TEXT),
              CASE
                WHEN CAST(1 AS BIGINT) < 0
                THEN LENGTH(CAST($p6 AS TEXT)) + CAST(1 AS BIGINT)
                ELSE LEAST(CAST(1 AS BIGINT), 4000000000)
              END + 1
            )
          END
        ],
        LAMBDA given0 : LIST_EXTRACT(
          LIST_TRANSFORM(
            [CAST(-1 AS BIGINT)],
            LAMBDA given4 : CASE
              WHEN given4 < -1
              THEN NULL
              WHEN CONTAINS(given0, CHR(57344)) OR REGEXP_FULL_MATCH('', CAST($p7 AS TEXT))
              THEN ERROR(
                'not supported: KQL indexof_regex with a pattern that matches nothing, or in text with U+E000'
              )
              WHEN CASE
                WHEN LENGTH(
                  STR_SPLIT(REGEXP_REPLACE(given0, CAST($p7 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344))
                ) <= CAST(1 AS BIGINT)
                THEN -1
                ELSE CAST(LENGTH(
                  ARRAY_TO_STRING(
                    LIST_SLICE(
                      STR_SPLIT(REGEXP_REPLACE(given0, CAST($p7 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344)),
                      1,
                      CAST(1 AS BIGINT)
                    ),
                    ''
                  )
                ) AS BIGINT)
              END < 0
              THEN -1
              WHEN given4 >= 0
              AND CASE
                WHEN LENGTH(
                  STR_SPLIT(REGEXP_REPLACE(given0, CAST($p7 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344))
                ) <= CAST(1 AS BIGINT)
                THEN -1
                ELSE CAST(LENGTH(
                  ARRAY_TO_STRING(
                    LIST_SLICE(
                      STR_SPLIT(REGEXP_REPLACE(given0, CAST($p7 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344)),
                      1,
                      CAST(1 AS BIGINT)
                    ),
                    ''
                  )
                ) AS BIGINT)
              END >= given4
              THEN ERROR('not supported: KQL indexof_regex of a match beyond the length')
              ELSE CASE
                WHEN LENGTH(
                  STR_SPLIT(REGEXP_REPLACE(given0, CAST($p7 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344))
                ) <= CAST(1 AS BIGINT)
                THEN -1
                ELSE CAST(LENGTH(
                  ARRAY_TO_STRING(
                    LIST_SLICE(
                      STR_SPLIT(REGEXP_REPLACE(given0, CAST($p7 AS TEXT), CHR(57344) || '\0', 'g'), CHR(57344)),
                      1,
                      CAST(1 AS BIGINT)
                    ),
                    ''
                  )
                ) AS BIGINT)
              END + CAST(1 AS BIGINT)
            END
          ),
          1
        )
      ),
      1
    ) AS f_7
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7
FROM r2
-- $p1 = 'abcabc'
-- $p2 = 'a.c'
-- $p3 = 'abcabcdefg'
-- $p4 = 'ababaa'
-- $p5 = 'a.a'
-- $p6 = 'éxab'
-- $p7 = '[\\pL\\p{Nl}\\pM\\p{Nd}\\p{Pc}\\x{24B6}-\\x{24E9}\\x{1F130}-\\x{1F149}\\x{1F150}-\\x{1F169}\\x{1F170}-\\x{1F189}\\x{200C}\\x{200D}](b)'
