WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    action_3,
    user_4,
    src_5
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    action_3 AS c_6,
    user_4 AS c_7,
    src_5 AS c_8
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    c_6,
    c_7,
    c_8,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    c_6,
    c_7,
    c_8
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    c_7,
    c_8,
    host_2
  FROM r4
)
SELECT
  _time_1,
  c_7,
  c_8,
  host_2
FROM r5
