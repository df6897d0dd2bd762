WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(text_1 AS TEXT) AS text_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(text_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    text_1,
    CASE
      WHEN STRLEN(text_1) = LENGTH(text_1)
      OR NOT REGEXP_MATCHES(
        REGEXP_REPLACE(text_1, '[\x00-\x7f]+', '', 'g'),
        '[\pL\p{Nl}\pM\p{Nd}\p{Pc}\x{24B6}-\x{24E9}\x{1F130}-\x{1F189}\x{200C}\x{200D}]'
      )
      THEN REGEXP_MATCHES(text_1, CAST($p4 AS TEXT))
      ELSE ANTIVENOM_RUST_MATCHES(text_1, CAST($p4 AS TEXT))
    END AS found_2,
    REGEXP_MATCHES(CAST($p5 AS TEXT), CAST($p6 AS TEXT)) AS code_3
  FROM r1
)
SELECT
  text_1,
  found_2,
  code_3
FROM r2
-- $p1 = 'a foo b'
-- $p2 = 'afoo'
-- $p3 = '“foo” bar'
-- $p4 = '\\bfoo\\b'
-- $p5 = 'A'
-- $p6 = '\\x{41}'
