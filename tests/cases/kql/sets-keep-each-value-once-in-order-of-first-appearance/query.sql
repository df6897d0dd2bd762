WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_SET_UNION([CAST($p1 AS TEXT), CAST($p2 AS TEXT)]) AS a_2,
    ANTIVENOM_KUSTO_SET_INTERSECT([CAST($p3 AS TEXT), CAST($p4 AS TEXT)]) AS b_3,
    ANTIVENOM_KUSTO_SET_DIFFERENCE([CAST($p5 AS TEXT), CAST($p6 AS TEXT), CAST($p7 AS TEXT)]) AS c_4,
    ANTIVENOM_KUSTO_SET_EQUALS([CAST($p8 AS TEXT), CAST($p9 AS TEXT)]) AS d_5,
    ANTIVENOM_KUSTO_JACCARD_INDEX([CAST($p10 AS TEXT), CAST($p4 AS TEXT)]) AS e_6
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6
FROM r2
-- $p1 = '[3,1,3]'
-- $p2 = '["1",1]'
-- $p3 = '[3,1,2]'
-- $p4 = '[2,3]'
-- $p5 = '[1,1,2]'
-- $p6 = '[2]'
-- $p7 = '[5]'
-- $p8 = '[1,2,2]'
-- $p9 = '[2,1]'
-- $p10 = '[1,2]'
