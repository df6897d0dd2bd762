WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (3600.0e0),
    (7200.0e0),
    (10800.0e0)) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4
  FROM table1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4
  FROM r3
  ORDER BY
    _time_2 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    FLOOR(_time_2 / 3600.0e0) * 3600.0e0 AS _time_5,
    user_3,
    n_4
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    FLOOR(_time_5 / 3600.0e0) * 3600.0e0 AS _time_6,
    user_3,
    n_4
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_6,
    user_3,
    n_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_6,
    user_3,
    n_4,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_7,
    row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_6,
    user_3,
    n_4,
    position_7
  FROM r8
  ORDER BY
    row_position
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_8,
    user_3 AS user_9,
    n_4 AS n_10,
    position_7 AS position_11
  FROM r1
  LEFT OUTER JOIN r9
    ON _time_1 IS NOT DISTINCT FROM _time_6
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    user_9,
    n_10,
    position_11
  FROM r10
  ORDER BY
    _time_8 ASC,
    position_11 ASC,
    _time_8 NULLS FIRST,
    user_9 NULLS FIRST,
    n_10 NULLS FIRST,
    position_11 NULLS FIRST
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    user_9,
    n_10
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    n_10
  FROM r12
)
SELECT
  _time_8,
  n_10
FROM r13
