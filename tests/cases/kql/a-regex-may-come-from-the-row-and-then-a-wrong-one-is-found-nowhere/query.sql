WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1,
    CAST(p_2 AS TEXT) AS p_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST($p1 AS TEXT), CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT), CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT), CAST($p7 AS TEXT)),
    (CAST($p8 AS TEXT), CAST($p9 AS TEXT))) AS given(s_1, p_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    p_2,
    ANTIVENOM_RUST_MATCHES(s_1, p_2) AS found_3,
    ANTIVENOM_RUST_COUNT(s_1, p_2) AS times_4
  FROM r1
)
SELECT
  s_1,
  p_2,
  found_3,
  times_4
FROM r2
-- $p1 = 'abc'
-- $p2 = '^a'
-- $p3 = '('
-- $p4 = 'x.y'
-- $p5 = 'x\\.y'
-- $p6 = 'é'
-- $p7 = '^\\w$'
-- $p8 = 'ab'
-- $p9 = '(?=a)'
