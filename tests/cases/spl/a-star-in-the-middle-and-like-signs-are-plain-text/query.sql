WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    f_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    f_2
  FROM r1
  WHERE
    LOWER(f_2) LIKE CAST($p1 AS TEXT) ESCAPE '!'
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r2
)
SELECT
  id_1
FROM r3
-- $p1 = '100!%%a!_b!!'
