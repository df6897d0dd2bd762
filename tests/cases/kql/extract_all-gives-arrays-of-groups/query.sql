WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    CASE
      WHEN CAST(TO_JSON(
        LIST_TRANSFORM(
          REGEXP_EXTRACT_ALL(s_1, CAST($p5 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT)),
          LAMBDA group_text : COALESCE(group_text, '')
        )
      ) AS TEXT) = CAST($p6 AS TEXT)
      THEN CAST(NULL AS TEXT)
      ELSE CAST(TO_JSON(
        LIST_TRANSFORM(
          REGEXP_EXTRACT_ALL(s_1, CAST($p5 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT)),
          LAMBDA group_text : COALESCE(group_text, '')
        )
      ) AS TEXT)
    END AS one_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          {'g0': REGEXP_EXTRACT_ALL(s_1, CAST($p7 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT)), 'g1': REGEXP_EXTRACT_ALL(s_1, CAST($p7 AS TEXT), CAST(CAST(2 AS BIGINT) AS INT))}
        ],
        LAMBDA found : CASE
          WHEN LENGTH(found.g0) > 0
          THEN CAST(TO_JSON(
            LIST_TRANSFORM(
              RANGE(1, LENGTH(found.g0) + 1),
              LAMBDA place : [
                COALESCE(LIST_EXTRACT(found.g0, place), ''),
                COALESCE(LIST_EXTRACT(found.g1, place), '')
              ]
            )
          ) AS TEXT)
        END
      ),
      1
    ) AS two_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          {'g0': REGEXP_EXTRACT_ALL(s_1, CAST($p8 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT)), 'g1': REGEXP_EXTRACT_ALL(s_1, CAST($p8 AS TEXT), CAST(CAST(2 AS BIGINT) AS INT))}
        ],
        LAMBDA found : CASE
          WHEN LENGTH(found.g0) > 0
          THEN CAST(TO_JSON(
            LIST_TRANSFORM(
              RANGE(1, LENGTH(found.g0) + 1),
              LAMBDA place : [
                COALESCE(LIST_EXTRACT(found.g0, place), ''),
                COALESCE(LIST_EXTRACT(found.g1, place), '')
              ]
            )
          ) AS TEXT)
        END
      ),
      1
    ) AS optional_4,
    CASE
      WHEN CAST(TO_JSON(
        LIST_TRANSFORM(
          REGEXP_EXTRACT_ALL(s_1, CAST($p9 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT)),
          LAMBDA group_text : COALESCE(group_text, '')
        )
      ) AS TEXT) = CAST($p6 AS TEXT)
      THEN CAST(NULL AS TEXT)
      ELSE CAST(TO_JSON(
        LIST_TRANSFORM(
          REGEXP_EXTRACT_ALL(s_1, CAST($p9 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT)),
          LAMBDA group_text : COALESCE(group_text, '')
        )
      ) AS TEXT)
    END AS alone_5,
    CASE
      WHEN CAST(TO_JSON(
        LIST_TRANSFORM(
          REGEXP_EXTRACT_ALL(s_1, CAST($p7 AS TEXT), CAST(CAST(2 AS BIGINT) AS INT)),
          LAMBDA group_text : COALESCE(group_text, '')
        )
      ) AS TEXT) = CAST($p6 AS TEXT)
      THEN CAST(NULL AS TEXT)
      ELSE CAST(TO_JSON(
        LIST_TRANSFORM(
          REGEXP_EXTRACT_ALL(s_1, CAST($p7 AS TEXT), CAST(CAST(2 AS BIGINT) AS INT)),
          LAMBDA group_text : COALESCE(group_text, '')
        )
      ) AS TEXT)
    END AS second_6,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          {'g0': REGEXP_EXTRACT_ALL(s_1, CAST($p7 AS TEXT), CAST(CAST(2 AS BIGINT) AS INT)), 'g1': REGEXP_EXTRACT_ALL(s_1, CAST($p7 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT))}
        ],
        LAMBDA found : CASE
          WHEN LENGTH(found.g0) > 0
          THEN CAST(TO_JSON(
            LIST_TRANSFORM(
              RANGE(1, LENGTH(found.g0) + 1),
              LAMBDA place : [
                COALESCE(LIST_EXTRACT(found.g0, place), ''),
                COALESCE(LIST_EXTRACT(found.g1, place), '')
              ]
            )
          ) AS TEXT)
        END
      ),
      1
    ) AS turned_7,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            s_1 || (
              CAST($p4 AS TEXT)
            )
        )],
        LAMBDA given0 : LIST_EXTRACT(
          LIST_TRANSFORM(
            [
              {'g0': REGEXP_EXTRACT_ALL(given0, CAST($p7 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT)), 'g1': REGEXP_EXTRACT_ALL(given0, CAST($p7 AS TEXT), CAST(CAST(2 AS BIGINT) AS INT))}
            ],
            LAMBDA found : CASE
              WHEN LENGTH(found.g0) > 0
              THEN CAST(TO_JSON(
                LIST_TRANSFORM(
                  RANGE(1, LENGTH(found.g0) + 1),
                  LAMBDA place : [
                    COALESCE(LIST_EXTRACT(found.g0, place), ''),
                    COALESCE(LIST_EXTRACT(found.g1, place), '')
                  ]
                )
              ) AS TEXT)
            END
          ),
          1
        )
      ),
      1
    ) AS every_8
  FROM r1
)
SELECT
  s_1,
  one_2,
  two_3,
  optional_4,
  alone_5,
  second_6,
  turned_7,
  every_8
FROM r2
-- $p1 = 'a1 b2 c3'
-- $p2 = 'no digits'
-- $p3 = 'x9'
-- $p4 = ''
-- $p5 = '([a-z])[\\p{Nd}]'
-- $p6 = '[]'
-- $p7 = '([a-z])([\\p{Nd}])'
-- $p8 = '([\\p{Nd}])(x)?'
-- $p9 = '(x)?[\\p{Nd}]'
