WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          {'g0': REGEXP_EXTRACT_ALL(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT)), 'g1': REGEXP_EXTRACT_ALL(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(CAST(2 AS BIGINT) AS INT))}
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
    ) AS several_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          {'g0': REGEXP_EXTRACT_ALL(CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST(CAST(2 AS BIGINT) AS INT)), 'g1': REGEXP_EXTRACT_ALL(CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT))}
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
    ) AS named_3,
    CASE
      WHEN CAST(TO_JSON(
        LIST_TRANSFORM(
          REGEXP_EXTRACT_ALL(CAST($p5 AS TEXT), CAST($p6 AS TEXT), CAST(CAST(2 AS BIGINT) AS INT)),
          LAMBDA group_text : COALESCE(group_text, '')
        )
      ) AS TEXT) = CAST($p7 AS TEXT)
      THEN CAST(NULL AS TEXT)
      ELSE CAST(TO_JSON(
        LIST_TRANSFORM(
          REGEXP_EXTRACT_ALL(CAST($p5 AS TEXT), CAST($p6 AS TEXT), CAST(CAST(2 AS BIGINT) AS INT)),
          LAMBDA group_text : COALESCE(group_text, '')
        )
      ) AS TEXT)
    END AS one_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          {'g0': REGEXP_EXTRACT_ALL(CAST($p8 AS TEXT), CAST($p9 AS TEXT), CAST(CAST(1 AS BIGINT) AS INT)), 'g1': REGEXP_EXTRACT_ALL(CAST($p8 AS TEXT), CAST($p9 AS TEXT), CAST(CAST(2 AS BIGINT) AS INT))}
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
    ) AS none_5
  FROM r1
)
SELECT
  several_2,
  named_3,
  one_4,
  none_5
FROM r2
-- $p1 = 'a1b'
-- $p2 = '([\\pL\\p{Nl}\\pM\\p{Nd}\\p{Pc}\\x{24B6}-\\x{24E9}\\x{1F130}-\\x{1F149}\\x{1F150}-\\x{1F169}\\x{1F170}-\\x{1F189}\\x{200C}\\x{200D}])([\\p{Nd}])?'
-- $p3 = 'a=1 b=2'
-- $p4 = '(?P<key>[\\pL\\p{Nl}\\pM\\p{Nd}\\p{Pc}\\x{24B6}-\\x{24E9}\\x{1F130}-\\x{1F149}\\x{1F150}-\\x{1F169}\\x{1F170}-\\x{1F189}\\x{200C}\\x{200D}]+)=(?P<value>[\\pL\\p{Nl}\\pM\\p{Nd}\\p{Pc}\\x{24B6}-\\x{24E9}\\x{1F130}-\\x{1F149}\\x{1F150}-\\x{1F169}\\x{1F170}-\\x{1F189}\\x{200C}\\x{200D}]+)'
-- $p5 = 'abab'
-- $p6 = '(a)(b)'
-- $p7 = '[]'
-- $p8 = 'ab'
-- $p9 = '(x)(y)'
