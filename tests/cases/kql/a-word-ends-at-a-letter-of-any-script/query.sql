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
    CASE
      WHEN STRLEN(s_1) = LENGTH(s_1)
      OR NOT REGEXP_MATCHES(
        REGEXP_REPLACE(s_1, '[\x00-\x7f]+', '', 'g'),
        '[\pL\p{Nl}\pM\p{Nd}\p{Pc}\x{24B6}-\x{24E9}\x{1F130}-\x{1F189}\x{200C}\x{200D}]'
      )
      THEN REGEXP_MATCHES(s_1, CAST($p5 AS TEXT))
      ELSE ANTIVENOM_RUST_MATCHES(s_1, CAST($p5 AS TEXT))
    END AS caf_2,
    ANTIVENOM_RUST_EXTRACT_ALL(s_1, CAST($p6 AS TEXT), CAST($p7 AS TEXT)) AS words_3,
    ANTIVENOM_RUST_COUNT(s_1, CAST($p8 AS TEXT)) AS edges_4,
    ANTIVENOM_RUST_REPLACE(s_1, CAST($p9 AS TEXT), CAST($p10 AS TEXT)) AS inside_5,
    ANTIVENOM_RUST_INDEXOF(s_1, CAST($p11 AS TEXT), CAST(0 AS BIGINT), CAST(-1 AS BIGINT), CAST(1 AS BIGINT)) AS at_6
  FROM r1
)
SELECT
  s_1,
  caf_2,
  words_3,
  edges_4,
  inside_5,
  at_6
FROM r2
-- $p1 = 'café x'
-- $p2 = 'caf x'
-- $p3 = 'naïve–naïve'
-- $p4 = 'éa'
-- $p5 = '\\bcaf\\b'
-- $p6 = '\\b(\\w+)\\b'
-- $p7 = '[1]'
-- $p8 = '\\b'
-- $p9 = '\\B'
-- $p10 = '.'
-- $p11 = '\\bx'
