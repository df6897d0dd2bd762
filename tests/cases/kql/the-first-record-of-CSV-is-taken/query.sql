WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_PARSE_CSV(CAST($p1 AS TEXT)) AS a_2,
    ANTIVENOM_KUSTO_PARSE_CSV(CAST($p2 AS TEXT)) AS b_3
  FROM r1
)
SELECT
  a_2,
  b_3
FROM r2
-- $p1 = 'aa,"b,b",,"Title: ""T""","line1\nline2"\nsecond,record'
-- $p2 = ' a , b'
