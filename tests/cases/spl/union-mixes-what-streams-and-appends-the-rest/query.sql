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
    LOWER(host_2) = CAST($p1 AS TEXT)
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
    LOWER(host_8) = CAST($p2 AS TEXT)
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
    CAST(_time_1 AS DOUBLE) AS _time_13,
    CAST(host_2 AS TEXT) AS host_14,
    CAST(user_3 AS TEXT) AS user_15,
    CAST(src_4 AS TEXT) AS src_16,
    CAST(proc_5 AS TEXT) AS proc_17,
    CAST(_raw_6 AS TEXT) AS _raw_18
  FROM r4
  UNION ALL
  SELECT
    CAST(_time_7 AS DOUBLE) AS _time_13,
    CAST(host_8 AS TEXT) AS host_14,
    CAST(user_9 AS TEXT) AS user_15,
    CAST(src_10 AS TEXT) AS src_16,
    CAST(proc_11 AS TEXT) AS proc_17,
    CAST(_raw_12 AS TEXT) AS _raw_18
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_13,
    host_14,
    user_15,
    src_16,
    proc_17,
    _raw_18,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_13,
    host_14,
    user_15,
    src_16,
    proc_17,
    _raw_18
  FROM r10
  ORDER BY
    _time_13 DESC,
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    host_20,
    user_21,
    src_22,
    proc_23,
    _raw_24
  FROM table3
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    host_20,
    user_21,
    src_22,
    proc_23,
    _raw_24
  FROM r12
  WHERE
    NOT host_20 IS NULL
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    host_20,
    user_21,
    src_22,
    proc_23,
    _raw_24,
    ROW_NUMBER() OVER () AS row_position
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    host_20,
    user_21,
    src_22,
    proc_23,
    _raw_24
  FROM r14
  ORDER BY
    _time_19 DESC,
    row_position
), r16 AS NOT MATERIALIZED (
  SELECT
    CAST(COUNT(*) AS DOUBLE) AS count_25
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_13 AS DOUBLE) AS _time_26,
    CAST(host_14 AS TEXT) AS host_27,
    CAST(user_15 AS TEXT) AS user_28,
    CAST(src_16 AS TEXT) AS src_29,
    CAST(proc_17 AS TEXT) AS proc_30,
    CAST(_raw_18 AS TEXT) AS _raw_31,
    CAST(NULL AS DOUBLE) AS count_32
  FROM r11
  UNION ALL
  SELECT
    CAST(NULL AS DOUBLE) AS _time_26,
    CAST(NULL AS TEXT) AS host_27,
    CAST(NULL AS TEXT) AS user_28,
    CAST(NULL AS TEXT) AS src_29,
    CAST(NULL AS TEXT) AS proc_30,
    CAST(NULL AS TEXT) AS _raw_31,
    CAST(count_25 AS DOUBLE) AS count_32
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    _time_26,
    host_27,
    count_32
  FROM r17
)
SELECT
  _time_26,
  host_27,
  count_32
FROM r18
-- $p1 = 'web1'
-- $p2 = 'web2'
