WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    status_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    status_2
  FROM r1
  WHERE
    STARTS_WITH(LOWER(status_2), CAST($p1 AS TEXT))
    OR LOWER(status_2) = CAST($p2 AS TEXT)
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r2
)
SELECT
  id_1
FROM r3
-- $p1 = '40'
-- $p2 = '500'
