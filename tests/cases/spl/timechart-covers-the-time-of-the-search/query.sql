WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (0.0e0),
    (3600.0e0),
    (7200.0e0),
    (10800.0e0),
    (14400.0e0)) AS given(_time_1)
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
    n_4
  FROM r2
  WHERE
    _time_2 >= 0.0e0 AND _time_2 < 18000.0e0
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4
  FROM r4
  ORDER BY
    _time_2 DESC,
    row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4
  FROM r5
  WHERE
    NOT _time_2 IS NULL
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    FLOOR(_time_2 / 3600.0e0) * 3600.0e0 AS _time_5
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    _time_5
  FROM r7
  WHERE
    NOT _time_5 IS NULL
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_5 AS _time_7,
    CAST(COUNT(*) AS DOUBLE) AS count_6
  FROM r8
  GROUP BY
    1
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_8,
    COALESCE(count_6, 0.0e0) AS count_9
  FROM r1
  LEFT OUTER JOIN r9
    ON _time_1 IS NOT DISTINCT FROM _time_7
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    count_9
  FROM r10
  ORDER BY
    _time_8 ASC,
    _time_8 NULLS FIRST,
    count_9 NULLS FIRST
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    count_9
  FROM r11
)
SELECT
  _time_8,
  count_9
FROM r12
