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
        LAMBDA given3 : CASE
          WHEN NOT REGEXP_MATCHES(SUBSTRING(CAST($p1 AS TEXT), CAST(0 AS BIGINT) + 1), CAST($p2 AS TEXT))
          THEN CAST(-1 AS BIGINT)
          WHEN given3 < 0
          OR LENGTH(
            REGEXP_EXTRACT(SUBSTRING(CAST($p1 AS TEXT), CAST(0 AS BIGINT) + 1), CAST($p2 AS TEXT))
          ) <= given3
          THEN CAST(LENGTH(
            REGEXP_EXTRACT(SUBSTRING(CAST($p1 AS TEXT), CAST(0 AS BIGINT) + 1), CAST($p2 AS TEXT), 1)
          ) AS BIGINT) + CAST(0 AS BIGINT)
          ELSE ERROR('not supported: KQL indexof_regex of a match across the end of the range')
        END
      ),
      1
    ) AS one_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given3 : CASE
          WHEN NOT REGEXP_MATCHES(SUBSTRING(CAST($p1 AS TEXT), CAST(0 AS BIGINT) + 1), CAST($p3 AS TEXT))
          THEN CAST(-1 AS BIGINT)
          WHEN given3 < 0
          OR LENGTH(
            REGEXP_EXTRACT(SUBSTRING(CAST($p1 AS TEXT), CAST(0 AS BIGINT) + 1), CAST($p3 AS TEXT))
          ) <= given3
          THEN CAST(LENGTH(
            REGEXP_EXTRACT(SUBSTRING(CAST($p1 AS TEXT), CAST(0 AS BIGINT) + 1), CAST($p3 AS TEXT), 1)
          ) AS BIGINT) + CAST(0 AS BIGINT)
          ELSE ERROR('not supported: KQL indexof_regex of a match across the end of the range')
        END
      ),
      1
    ) AS two_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given3 : CASE
          WHEN NOT REGEXP_MATCHES(SUBSTRING(CAST($p4 AS TEXT), CAST(0 AS BIGINT) + 1), CAST($p5 AS TEXT))
          THEN CAST(-1 AS BIGINT)
          WHEN given3 < 0
          OR LENGTH(
            REGEXP_EXTRACT(SUBSTRING(CAST($p4 AS TEXT), CAST(0 AS BIGINT) + 1), CAST($p5 AS TEXT))
          ) <= given3
          THEN CAST(LENGTH(
            REGEXP_EXTRACT(SUBSTRING(CAST($p4 AS TEXT), CAST(0 AS BIGINT) + 1), CAST($p5 AS TEXT), 1)
          ) AS BIGINT) + CAST(0 AS BIGINT)
          ELSE ERROR('not supported: KQL indexof_regex of a match across the end of the range')
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
-- $p2 = '^((?s:.*?))(?:a.c)'
-- $p3 = '^((?s:(?:.*?(?:a.c)){1}.*?))(?:a.c)'
-- $p4 = 'ababaa'
-- $p5 = '^((?s:(?:.*?(?:a.a)){1}.*?))(?:a.a)'
