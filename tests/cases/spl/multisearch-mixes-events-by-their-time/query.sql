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
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    CAST($p2 AS TEXT) AS kind_7
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13
  FROM table2
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13
  FROM r6
  WHERE
    NOT (
      LOWER(host_9) = CAST($p1 AS TEXT)
    )
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13,
    ROW_NUMBER() OVER () AS row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13
  FROM r8
  ORDER BY
    _time_8 DESC,
    row_position
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13,
    CAST($p3 AS TEXT) AS other_14
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_15,
    CAST(host_2 AS TEXT) AS host_16,
    CAST(user_3 AS TEXT) AS user_17,
    CAST(src_4 AS TEXT) AS src_18,
    CAST(proc_5 AS TEXT) AS proc_19,
    CAST(_raw_6 AS TEXT) AS _raw_20,
    CAST(kind_7 AS TEXT) AS kind_21,
    CAST(NULL AS TEXT) AS other_22
  FROM r5
  UNION ALL
  SELECT
    CAST(_time_8 AS DOUBLE) AS _time_15,
    CAST(host_9 AS TEXT) AS host_16,
    CAST(user_10 AS TEXT) AS user_17,
    CAST(src_11 AS TEXT) AS src_18,
    CAST(proc_12 AS TEXT) AS proc_19,
    CAST(_raw_13 AS TEXT) AS _raw_20,
    CAST(NULL AS TEXT) AS kind_21,
    CAST(other_14 AS TEXT) AS other_22
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    host_16,
    user_17,
    src_18,
    proc_19,
    _raw_20,
    kind_21,
    other_22,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    host_16,
    user_17,
    src_18,
    proc_19,
    _raw_20,
    kind_21,
    other_22
  FROM r12
  ORDER BY
    _time_15 DESC,
    row_position
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    host_16,
    kind_21,
    other_22
  FROM r13
)
SELECT
  _time_15,
  host_16,
  kind_21,
  other_22
FROM r14
-- $p1 = 'web1'
-- $p2 = 'a'
-- $p3 = 'b'
