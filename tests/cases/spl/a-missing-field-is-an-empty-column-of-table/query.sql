WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    CAST(NULL AS TEXT) AS nosuch_3
  FROM r1
)
SELECT
  id_1,
  nosuch_3
FROM r2
