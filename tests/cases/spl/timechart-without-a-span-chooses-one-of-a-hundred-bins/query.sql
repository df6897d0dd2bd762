WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (3600.0e0),
    (3900.0e0),
    (4200.0e0),
    (4500.0e0),
    (4800.0e0),
    (5100.0e0),
    (5400.0e0),
    (5700.0e0),
    (6000.0e0),
    (6300.0e0),
    (6600.0e0),
    (6900.0e0),
    (7200.0e0),
    (7500.0e0),
    (7800.0e0),
    (8100.0e0),
    (8400.0e0),
    (8700.0e0),
    (9000.0e0),
    (9300.0e0),
    (9600.0e0),
    (9900.0e0),
    (10200.0e0),
    (10500.0e0),
    (10800.0e0),
    (11100.0e0),
    (11400.0e0),
    (11700.0e0),
    (12000.0e0)) AS given(_time_1)
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
    _time_2,
    user_3,
    n_4
  FROM r4
  WHERE
    NOT _time_2 IS NULL
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    FLOOR(_time_2 / 300.0e0) * 300.0e0 AS _time_5
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    _time_5
  FROM r6
  WHERE
    NOT _time_5 IS NULL
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_5 AS _time_7,
    CAST(COUNT(*) AS DOUBLE) AS count_6
  FROM r7
  GROUP BY
    1
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_8,
    COALESCE(count_6, 0.0e0) AS count_9
  FROM r1
  LEFT OUTER JOIN r8
    ON _time_1 IS NOT DISTINCT FROM _time_7
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    count_9
  FROM r9
  ORDER BY
    _time_8 ASC,
    _time_8 NULLS FIRST,
    count_9 NULLS FIRST
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    count_9
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    count_9
  FROM r11
  WHERE
    count_9 > 0.0e0
)
SELECT
  _time_8,
  count_9
FROM r12
