WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2
  FROM r1
  WHERE
    _time_1 >= (
      1772452800.0e0 - 3600.0e0
    ) AND _time_1 < 1772452800.0e0
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2
  FROM r4
  LIMIT 2
), r6 AS NOT MATERIALIZED (
  SELECT
    id_2
  FROM r5
)
SELECT
  id_2
FROM r6
