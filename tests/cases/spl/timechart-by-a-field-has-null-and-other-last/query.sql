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
    FLOOR(_time_2 / 3600.0e0) * 3600.0e0 AS _time_5
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
    _time_5 AS _time_9,
    CAST(COUNT(CASE WHEN user_3 = CAST($p1 AS TEXT) THEN 1 END) AS DOUBLE) AS count_6,
    CAST(COUNT(CASE WHEN user_3 IS NULL THEN 1 END) AS DOUBLE) AS count_7,
    CAST(COUNT(CASE WHEN (
      NOT user_3 IS NULL AND user_3 <> CAST($p1 AS TEXT)
    ) THEN 1 END) AS DOUBLE) AS count_8
  FROM r7
  GROUP BY
    1
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_10,
    COALESCE(count_6, 0.0e0) AS count_11,
    COALESCE(count_7, 0.0e0) AS count_12,
    COALESCE(count_8, 0.0e0) AS count_13
  FROM r1
  LEFT OUTER JOIN r8
    ON _time_1 IS NOT DISTINCT FROM _time_9
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_10,
    count_11,
    count_12,
    count_13
  FROM r9
  ORDER BY
    _time_10 ASC,
    _time_10 NULLS FIRST,
    count_11 NULLS FIRST,
    count_12 NULLS FIRST,
    count_13 NULLS FIRST
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_10,
    count_11 AS ann_14,
    count_12 AS NULL_15,
    count_13 AS OTHER_16
  FROM r10
)
SELECT
  _time_10,
  ann_14,
  NULL_15,
  OTHER_16
FROM r11
-- $p1 = 'ann'
