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
    REGEXP_REPLACE(
      REGEXP_REPLACE(s_1, CAST($p5 AS TEXT), CAST($p4 AS TEXT), 'g'),
      CAST($p6 AS TEXT),
      CAST($p4 AS TEXT),
      'g'
    ) AS both_2,
    REGEXP_REPLACE(s_1, CAST($p5 AS TEXT), CAST($p4 AS TEXT), 'g') AS left_3,
    REGEXP_REPLACE(
      REGEXP_REPLACE(s_1, CAST($p7 AS TEXT), CAST($p4 AS TEXT), 'g'),
      CAST($p8 AS TEXT),
      CAST($p4 AS TEXT),
      'g'
    ) AS many_4
  FROM r1
)
SELECT
  s_1,
  both_2,
  left_3,
  many_4
FROM r2
-- $p1 = 'xxabcxx'
-- $p2 = 'abc'
-- $p3 = 'x'
-- $p4 = ''
-- $p5 = '^(?:x)'
-- $p6 = '(?:x)$'
-- $p7 = '^(?:x+)'
-- $p8 = '(?:x+)$'
