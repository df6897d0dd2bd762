WITH r1 AS NOT MATERIALIZED (
  SELECT
    s_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1
  FROM r1
  WHERE
    REGEXP_MATCHES(s_1, 'end\n?\z')
), r3 AS NOT MATERIALIZED (
  SELECT
    s_1,
    ANTIVENOM_PCRE_REPLACE(s_1, CAST($p2 AS TEXT), CAST($p3 AS TEXT)) AS shown_2
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    shown_2
  FROM r3
)
SELECT
  shown_2
FROM r4
-- $p2 = '\\s'
-- $p3 = '_'
