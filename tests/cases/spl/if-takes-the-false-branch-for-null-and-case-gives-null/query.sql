WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2,
    CASE WHEN a_2 = CAST($p1 AS TEXT) THEN CAST($p2 AS TEXT) ELSE CAST($p3 AS TEXT) END AS i_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2,
    i_3,
    CASE WHEN a_2 = CAST($p1 AS TEXT) THEN 1.0e0 ELSE CAST(NULL AS DOUBLE) END AS c_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    id_1,
    i_3,
    c_4
  FROM r3
)
SELECT
  id_1,
  i_3,
  c_4
FROM r4
-- $p1 = 'x'
-- $p2 = 'yes'
-- $p3 = 'no'
