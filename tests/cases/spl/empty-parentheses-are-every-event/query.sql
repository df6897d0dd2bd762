WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r1
  WHERE
    TRUE AND NOT COALESCE(TRUE, FALSE)
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_7,
    host_8,
    user_9,
    src_10,
    proc_11,
    _raw_12
  FROM table2
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_7,
    host_8,
    user_9,
    src_10,
    proc_11,
    _raw_12
  FROM r5
  WHERE
    TRUE
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_7,
    host_8,
    user_9,
    src_10,
    proc_11,
    _raw_12,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_7,
    host_8,
    user_9,
    src_10,
    proc_11,
    _raw_12
  FROM r7
  ORDER BY
    _time_7 DESC,
    row_position
), r9 AS NOT MATERIALIZED (
  SELECT
    CAST(COUNT(*) AS DOUBLE) AS events_13
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_14,
    CAST(host_2 AS TEXT) AS host_15,
    CAST(user_3 AS TEXT) AS user_16,
    CAST(src_4 AS TEXT) AS src_17,
    CAST(proc_5 AS TEXT) AS proc_18,
    CAST(_raw_6 AS TEXT) AS _raw_19,
    CAST(NULL AS DOUBLE) AS events_20
  FROM r4
  UNION ALL
  SELECT
    CAST(NULL AS DOUBLE) AS _time_14,
    CAST(NULL AS TEXT) AS host_15,
    CAST(NULL AS TEXT) AS user_16,
    CAST(NULL AS TEXT) AS src_17,
    CAST(NULL AS TEXT) AS proc_18,
    CAST(NULL AS TEXT) AS _raw_19,
    CAST(events_13 AS DOUBLE) AS events_20
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    events_20
  FROM r10
)
SELECT
  events_20
FROM r11
