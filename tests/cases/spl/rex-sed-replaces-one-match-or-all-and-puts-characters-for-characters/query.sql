WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(card_2 AS TEXT) AS card_2,
    CAST(code_3 AS TEXT) AS code_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT))) AS given(_time_1, card_2, code_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    card_2,
    code_3,
    card_2 AS second_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    card_2,
    code_3,
    second_4,
    card_2 AS first_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    card_2,
    code_3,
    second_4,
    first_5,
    code_3 AS letters_6
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ANTIVENOM_PCRE_REPLACE_NTH(card_2, CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST(0 AS BIGINT)) AS card_7,
    code_3,
    second_4,
    first_5,
    letters_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    card_7,
    code_3,
    ANTIVENOM_PCRE_REPLACE_NTH(second_4, CAST($p5 AS TEXT), CAST($p6 AS TEXT), CAST(2 AS BIGINT)) AS second_8,
    first_5,
    letters_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    card_7,
    code_3,
    second_8,
    ANTIVENOM_PCRE_REPLACE_NTH(first_5, CAST($p7 AS TEXT), CAST($p8 AS TEXT), CAST(1 AS BIGINT)) AS first_9,
    letters_6
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    card_7,
    code_3,
    second_8,
    first_9,
    TRANSLATE(letters_6, CAST($p9 AS TEXT), CAST($p10 AS TEXT)) AS letters_10
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    card_7,
    second_8,
    first_9,
    letters_10
  FROM r8
)
SELECT
  card_7,
  second_8,
  first_9,
  letters_10
FROM r9
-- $p1 = '1234-5678-9012'
-- $p2 = 'abcabc'
-- $p3 = '(\\d{4})-'
-- $p4 = '<\\1>'
-- $p5 = '\\d{4}'
-- $p6 = 'X'
-- $p7 = '-.*'
-- $p8 = ''
-- $p9 = 'abc'
-- $p10 = 'xy-'
