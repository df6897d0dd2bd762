WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(search_1 AS TEXT) AS search_1
  FROM (VALUES
    (CAST($p1 AS TEXT))) AS given(search_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(search_2 AS TEXT) AS search_2
  FROM (VALUES
    (CAST($p2 AS TEXT))) AS given(search_2)
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST(search_1 AS TEXT) AS search_3
  FROM r1
  UNION ALL
  SELECT
    CAST(search_2 AS TEXT) AS search_3
  FROM r2
)
SELECT
  search_3
FROM r3
-- $p1 = 'NOT ( )'
-- $p2 = 'Error Found'
