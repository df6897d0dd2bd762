WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    COALESCE(a_2, CAST($p1 AS TEXT)) AS a_3,
    CAST($p1 AS TEXT) AS b_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_3,
    b_4
  FROM r2
)
SELECT
  id_1,
  a_3,
  b_4
FROM r3
-- $p1 = 'none'
