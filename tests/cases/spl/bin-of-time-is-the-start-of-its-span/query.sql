WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM r2
  ORDER BY
    _time_1 DESC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    FLOOR(_time_1 / 420.0e0) * 420.0e0 AS start_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    start_4,
    FLOOR((
      _time_1 - 600.0e0
    ) / 3600.0e0) * 3600.0e0 + 600.0e0 AS aligned_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    start_4,
    aligned_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    start_4,
    aligned_5
  FROM r6
  ORDER BY
    _time_1 ASC,
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    start_4,
    aligned_5
  FROM r7
)
SELECT
  _time_1,
  start_4,
  aligned_5
FROM r8
