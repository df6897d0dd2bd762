WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    REGEXP_MATCHES(s_1, CAST($p4 AS TEXT)) AS prefix_2,
    REGEXP_MATCHES(s_1, CAST($p5 AS TEXT)) AS suffix_3,
    REGEXP_MATCHES(s_1, CAST($p6 AS TEXT)) AS inner_4
  FROM r1
)
SELECT
  s_1,
  prefix_2,
  suffix_3,
  inner_4
FROM r2
-- $p1 = 'x-error'
-- $p2 = 'err or'
-- $p3 = 'x ab y'
-- $p4 = '(?is)(?:^|[^\\pL\\pN])err'
-- $p5 = '(?is)err(?:$|[^\\pL\\pN])'
-- $p6 = '(?is)\\x{20}a'
