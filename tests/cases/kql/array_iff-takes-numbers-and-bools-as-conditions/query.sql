WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_ARRAY_IFF(
      CAST($p1 AS TEXT),
      CAST(TO_JSON(CAST($p2 AS TEXT)) AS TEXT),
      COALESCE(CAST($p3 AS TEXT), 'null')
    ) AS a_2
  FROM r1
)
SELECT
  a_2
FROM r2
-- $p1 = '[true,0,2.5,"x",null]'
-- $p2 = 'yes'
-- $p3 = '["a","b"]'
