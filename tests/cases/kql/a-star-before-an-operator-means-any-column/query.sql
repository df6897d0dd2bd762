WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(a_1 AS TEXT) AS a_1,
    CAST(b_2 AS TEXT) AS b_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT), CAST($p5 AS TEXT))) AS given(a_1, b_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    a_1,
    b_2
  FROM r1
  WHERE
    (
      (
        REGEXP_MATCHES(a_1, CAST($p6 AS TEXT)) OR REGEXP_MATCHES(b_2, CAST($p6 AS TEXT))
      )
      AND CASE
        WHEN NOT (
          REGEXP_MATCHES(a_1, CAST($p7 AS TEXT)) OR REGEXP_MATCHES(b_2, CAST($p7 AS TEXT))
        )
        THEN TRUE
        WHEN (
          NOT REGEXP_MATCHES(a_1, CAST($p7 AS TEXT))
          OR NOT REGEXP_MATCHES(b_2, CAST($p7 AS TEXT))
        )
        THEN ERROR('not supported: KQL negated operator over * where some columns have the term')
        ELSE FALSE
      END
    )
    OR (
      STARTS_WITH(LOWER(a_1), LOWER(CAST($p8 AS TEXT)))
      OR STARTS_WITH(LOWER(b_2), LOWER(CAST($p8 AS TEXT)))
    )
)
SELECT
  a_1,
  b_2
FROM r2
-- $p1 = 'one two'
-- $p2 = 'x'
-- $p3 = 'y'
-- $p4 = 'Two'
-- $p5 = 'none'
-- $p6 = '(?is)(?:^|[^\\pL\\pN])two(?:$|[^\\pL\\pN])'
-- $p7 = '(?is)(?:^|[^\\pL\\pN])z(?:$|[^\\pL\\pN])'
-- $p8 = 'non'
