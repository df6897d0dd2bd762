WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(search_1 AS TEXT) AS search_1
  FROM (VALUES
    (CAST($p1 AS TEXT))) AS given(search_1)
)
SELECT
  search_1
FROM r1
-- $p1 = '(user="ann" where="web1" 10.1.2.3) OR (user="bob" where="web2" 192.0.2.7)'
