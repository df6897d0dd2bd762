WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    id_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    id_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    id_3
  FROM r2
  ORDER BY
    _time_1 DESC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    id_3
  FROM r3
  WHERE
    NOT host_2 IS NULL
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    id_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    id_3,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY host_2 ORDER BY row_position) AS rank_in_group
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    id_3
  FROM r6
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    id_3
  FROM r7
)
SELECT
  id_3
FROM r8
