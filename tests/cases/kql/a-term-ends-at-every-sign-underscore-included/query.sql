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
    (CAST($p7 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    REGEXP_MATCHES(s_1, CAST($p8 AS TEXT)) AS term_2,
    NOT REGEXP_MATCHES(s_1, CAST($p8 AS TEXT)) AS negated_3,
    REGEXP_MATCHES(s_1, CAST($p9 AS TEXT)) AS cased_4
  FROM r1
)
SELECT
  s_1,
  term_2,
  negated_3,
  cased_4
FROM r2
-- $p1 = 'a_b'
-- $p2 = 'ab'
-- $p3 = 'éa'
-- $p4 = 'x-a'
-- $p5 = 'a1'
-- $p6 = 'A'
-- $p7 = ''
-- $p8 = '(?is)(?:^|[^\\pL\\pN])a(?:$|[^\\pL\\pN])'
-- $p9 = '(?s)(?:^|[^\\pL\\pN])A(?:$|[^\\pL\\pN])'
