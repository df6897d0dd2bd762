WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(search_1 AS TEXT) AS search_1
  FROM (VALUES
    (CAST($p1 AS TEXT))) AS given(search_1)
)
SELECT
  search_1
FROM r1
-- $p1 = '( ( src="10.1.2.3" AND user="ann" ) OR ( src="192.0.2.7" AND user="bob" ) )'
