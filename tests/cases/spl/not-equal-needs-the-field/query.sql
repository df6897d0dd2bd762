WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    loc_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    loc_2
  FROM r1
  WHERE
    NOT (
      LOWER(loc_2) = CAST($p1 AS TEXT)
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r2
)
SELECT
  id_1
FROM r3
-- $p1 = 'calaveras'
