WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(a_1 AS TEXT) AS a_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST(NULL AS TEXT))) AS given(a_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    a_1,
    ANTIVENOM_KUSTO_ARRAY_SUM(a_1) AS s_2
  FROM r1
)
SELECT
  a_1,
  s_2
FROM r2
-- $p1 = '[1,null,2.5]'
-- $p2 = '[1,"2"]'
