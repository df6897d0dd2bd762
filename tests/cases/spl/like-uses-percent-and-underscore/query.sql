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
    status_2 LIKE CAST($p1 AS TEXT) OR status_2 LIKE CAST($p2 AS TEXT)
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r2
)
SELECT
  id_1
FROM r3
-- $p1 = '4_0'
-- $p2 = '5%'
