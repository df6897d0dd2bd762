WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2,
    COALESCE(CAST(NULL AS TEXT), a_2, CAST($p1 AS TEXT)) AS v_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1,
    v_3
  FROM r2
)
SELECT
  id_1,
  v_3
FROM r3
-- $p1 = 'last'
