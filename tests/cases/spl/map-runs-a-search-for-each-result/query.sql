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
    LOWER(user_3) = CAST($p1 AS TEXT)
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
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    1.0e0 AS number_7
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    number_7,
    CAST($p2 AS TEXT) AS was_8
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    user_3,
    number_7,
    was_8
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    host_10,
    user_11,
    src_12,
    proc_13,
    _raw_14
  FROM table2
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    host_10,
    user_11,
    src_12,
    proc_13,
    _raw_14
  FROM r8
  WHERE
    LOWER(user_11) = CAST($p3 AS TEXT)
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    host_10,
    user_11,
    src_12,
    proc_13,
    _raw_14,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    host_10,
    user_11,
    src_12,
    proc_13,
    _raw_14
  FROM r10
  ORDER BY
    _time_9 DESC,
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    host_10,
    user_11,
    src_12,
    proc_13,
    _raw_14,
    2.0e0 AS number_15
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    host_10,
    user_11,
    src_12,
    proc_13,
    _raw_14,
    number_15,
    CAST($p4 AS TEXT) AS was_16
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    user_11,
    number_15,
    was_16
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    CAST(user_3 AS TEXT) AS user_17,
    CAST(number_7 AS DOUBLE) AS number_18,
    CAST(was_8 AS TEXT) AS was_19
  FROM r7
  UNION ALL
  SELECT
    CAST(user_11 AS TEXT) AS user_17,
    CAST(number_15 AS DOUBLE) AS number_18,
    CAST(was_16 AS TEXT) AS was_19
  FROM r14
)
SELECT
  user_17,
  number_18,
  was_19
FROM r15
-- $p1 = 'ann'
-- $p2 = 'web1'
-- $p3 = 'bob'
-- $p4 = 'web2'
