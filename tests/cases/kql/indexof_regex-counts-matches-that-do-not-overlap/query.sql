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
    ) AS one_2,
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
            ) <= CAST(2 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
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
                REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              )
            ) <= CAST(2 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
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
                REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              )
            ) <= CAST(2 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CHR(57344) || '\0', 'g'),
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
    ) AS two_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given4 : CASE
          WHEN given4 < -1
          THEN NULL
          WHEN CONTAINS(CAST($p3 AS TEXT), CHR(57344))
          OR REGEXP_FULL_MATCH('', CAST($p4 AS TEXT))
          THEN ERROR(
            'not supported: KQL indexof_regex with a pattern that matches nothing, or in text with U+E000'
          )
          WHEN CASE
            WHEN LENGTH(
              STR_SPLIT(
                REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p4 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              )
            ) <= CAST(2 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p4 AS TEXT), CHR(57344) || '\0', 'g'),
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
                REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p4 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              )
            ) <= CAST(2 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p4 AS TEXT), CHR(57344) || '\0', 'g'),
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
                REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p4 AS TEXT), CHR(57344) || '\0', 'g'),
                CHR(57344)
              )
            ) <= CAST(2 AS BIGINT)
            THEN -1
            ELSE CAST(LENGTH(
              ARRAY_TO_STRING(
                LIST_SLICE(
                  STR_SPLIT(
                    REGEXP_REPLACE(CAST($p3 AS TEXT), CAST($p4 AS TEXT), CHR(57344) || '\0', 'g'),
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
    ) AS none_4,
    CAST(NULL AS BIGINT) AS before_5
  FROM r1
)
SELECT
  one_2,
  two_3,
  none_4,
  before_5
FROM r2
-- $p1 = 'abcabc'
-- $p2 = 'a.c'
-- $p3 = 'ababaa'
-- $p4 = 'a.a'
