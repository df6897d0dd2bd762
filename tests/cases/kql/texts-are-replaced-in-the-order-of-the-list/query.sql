WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_REPLACE_STRINGS(CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)) AS cats_2,
    ANTIVENOM_KUSTO_REPLACE_STRINGS(CAST($p4 AS TEXT), CAST($p5 AS TEXT), CAST($p6 AS TEXT)) AS order_3,
    ANTIVENOM_KUSTO_REPLACE_STRINGS(CAST($p4 AS TEXT), CAST($p7 AS TEXT), CAST($p8 AS TEXT)) AS kept_4,
    ANTIVENOM_KUSTO_TRANSLATE(CAST($p9 AS TEXT), CAST($p10 AS TEXT), CAST($p11 AS TEXT)) AS letters_5,
    ANTIVENOM_KUSTO_TRANSLATE(CAST($p12 AS TEXT), CAST($p13 AS TEXT), CAST($p12 AS TEXT)) AS one_6,
    ANTIVENOM_KUSTO_TRANSLATE(CAST($p12 AS TEXT), CAST($p14 AS TEXT), CAST($p15 AS TEXT)) AS gone_7
  FROM r1
)
SELECT
  cats_2,
  order_3,
  kept_4,
  letters_5,
  one_6,
  gone_7
FROM r2
-- $p1 = 'a cat into a dog'
-- $p2 = '["cat","dog"]'
-- $p3 = '["dog","pigeon"]'
-- $p4 = 'This is'
-- $p5 = '["is","This"]'
-- $p6 = '["was","This"]'
-- $p7 = '["This","is"]'
-- $p8 = '[1,"was"]'
-- $p9 = 'krasp'
-- $p10 = 'otsku'
-- $p11 = 'spark'
-- $p12 = 'abc'
-- $p13 = 'x'
-- $p14 = ''
-- $p15 = 'ab'
