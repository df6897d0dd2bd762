WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS s_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    REGEXP_REPLACE(s_2, CAST($p2 AS TEXT), CAST($p3 AS TEXT), 'g') AS braces_3,
    REGEXP_REPLACE(s_2, CAST($p4 AS TEXT), CAST($p5 AS TEXT), 'g') AS group_4,
    CASE
      WHEN STRLEN(s_2) = LENGTH(s_2)
      OR NOT REGEXP_MATCHES(
        REGEXP_REPLACE(s_2, '[\x00-\x7f]+', '', 'g'),
        '[\pL\p{Nl}\pM\p{Nd}\p{Pc}\x{24B6}-\x{24E9}\x{1F130}-\x{1F189}\x{200C}\x{200D}]'
      )
      THEN REGEXP_REPLACE(s_2, CAST($p6 AS TEXT), CAST($p7 AS TEXT), 'g')
      ELSE ANTIVENOM_RUST_REPLACE(s_2, CAST($p6 AS TEXT), CAST($p7 AS TEXT))
    END AS at_a_word_5,
    ANTIVENOM_RUST_REPLACE(CAST($p8 AS TEXT), CAST($p9 AS TEXT), CAST($p7 AS TEXT)) AS in_a_word_6
  FROM r2
)
SELECT
  braces_3,
  group_4,
  at_a_word_5,
  in_a_word_6
FROM r3
-- $p1 = 'a{b}c'
-- $p2 = '\\x{7b}.*\\x{7d}'
-- $p3 = '\\\\{x\\\\}'
-- $p4 = '(b)'
-- $p5 = '\\\\\\1$'
-- $p6 = '\\b(b)'
-- $p7 = '\\\\[\\1'
-- $p8 = 'éb'
-- $p9 = '\\B(b)'
