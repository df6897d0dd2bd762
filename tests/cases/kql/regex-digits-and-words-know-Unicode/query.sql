WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    REGEXP_MATCHES(s_1, CAST($p6 AS TEXT)) AS digit_2,
    REGEXP_MATCHES(s_1, CAST($p7 AS TEXT)) AS word_3,
    REGEXP_MATCHES(s_1, CAST($p8 AS TEXT)) AS space_4
  FROM r1
)
SELECT
  s_1,
  digit_2,
  word_3,
  space_4
FROM r2
-- $p1 = 'ＡＢ１２'
-- $p2 = 'ab12'
-- $p3 = 'é'
-- $p4 = ' '
-- $p5 = 'x'
-- $p6 = '[\\p{Nd}]'
-- $p7 = '^[\\pL\\p{Nl}\\pM\\p{Nd}\\p{Pc}\\x{24B6}-\\x{24E9}\\x{1F130}-\\x{1F149}\\x{1F150}-\\x{1F169}\\x{1F170}-\\x{1F189}\\x{200C}\\x{200D}]+$'
-- $p8 = '[\\t-\\r \\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}]'
