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
    _raw_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r2
  ORDER BY
    _time_1 DESC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r3
  WHERE
    STARTS_WITH(LOWER(host_2), CAST($p1 AS TEXT))
), r5 AS NOT MATERIALIZED (
  SELECT
    host_2,
    user_3
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_7,
    host_8,
    user_9,
    src_10,
    proc_11,
    _raw_12
  FROM table2
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_7,
    host_8,
    user_9,
    src_10,
    proc_11,
    _raw_12
  FROM r6
  WHERE
    LOWER(host_8) = CAST($p2 AS TEXT)
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_7,
    host_8,
    user_9,
    src_10,
    proc_11,
    _raw_12,
    ROW_NUMBER() OVER () AS row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_7,
    host_8,
    user_9,
    src_10,
    proc_11,
    _raw_12
  FROM r8
  ORDER BY
    _time_7 DESC,
    row_position
), r10 AS NOT MATERIALIZED (
  SELECT
    host_8,
    user_9
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    CAST(host_2 AS TEXT) AS host_13,
    CAST(user_3 AS TEXT) AS user_14
  FROM r5
  UNION ALL
  SELECT
    CAST(host_8 AS TEXT) AS host_13,
    CAST(user_9 AS TEXT) AS user_14
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    host_16,
    user_17,
    src_18,
    proc_19,
    _raw_20
  FROM table3
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    host_16,
    user_17,
    src_18,
    proc_19,
    _raw_20
  FROM r12
  WHERE
    LOWER(user_17) = CAST($p3 AS TEXT)
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    host_16,
    user_17,
    src_18,
    proc_19,
    _raw_20,
    ROW_NUMBER() OVER () AS row_position
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    host_16,
    user_17,
    src_18,
    proc_19,
    _raw_20
  FROM r14
  ORDER BY
    _time_15 DESC,
    row_position
), r16 AS NOT MATERIALIZED (
  SELECT
    host_16
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    CAST(host_13 AS TEXT) AS host_21,
    CAST(user_14 AS TEXT) AS user_22
  FROM r11
  UNION ALL
  SELECT
    CAST(host_16 AS TEXT) AS host_21,
    CAST(NULL AS TEXT) AS user_22
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    host_21,
    user_22,
    ROW_NUMBER() OVER () AS row_position
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    host_21,
    user_22
  FROM r18
  ORDER BY
    CASE
      WHEN BIT_COUNT(
        BIT_OR(
          CASE
            WHEN ORD(host_21) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(host_21, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN 1
            WHEN ORD(host_21) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(
              host_21,
              '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
            )
            THEN 2
            WHEN CONTAINS(host_21, ':')
            AND REGEXP_FULL_MATCH(host_21, '[0-9A-Fa-f:.]+')
            AND (
              CONTAINS(host_21, '::')
              OR LENGTH(host_21) - LENGTH(REPLACE(host_21, ':', '')) = 7
            )
            THEN 12
            WHEN ORD(host_21) BETWEEN 43 AND 57
            THEN 4
          END
        ) OVER ()
      ) > 1
      THEN ERROR(
        'not supported: SPL sort of numbers, addresses and texts that begin like them together'
      )
      WHEN ORD(host_21) < 43 OR host_21 = ''
      THEN 0
      WHEN ORD(host_21) <= 57
      THEN 1
      WHEN NOT host_21 IS NULL
      THEN 2
    END ASC,
    CASE
      WHEN ORD(host_21) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(host_21, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN CASE
        WHEN ORD(host_21) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(host_21, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(host_21 AS DOUBLE)
      END
      WHEN REGEXP_FULL_MATCH(
        host_21,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN CAST(SPLIT_PART(host_21, '.', 1) AS BIGINT) * 16777216 + CAST(SPLIT_PART(host_21, '.', 2) AS BIGINT) * 65536 + CAST(SPLIT_PART(host_21, '.', 3) AS BIGINT) * 256 + CAST(SPLIT_PART(host_21, '.', 4) AS BIGINT) * 1
    END ASC,
    CASE
      WHEN NOT (
        ORD(host_21) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(host_21, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      )
      AND NOT REGEXP_FULL_MATCH(
        host_21,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN host_21
    END ASC,
    row_position
), r20 AS NOT MATERIALIZED (
  SELECT
    host_21,
    user_22
  FROM r19
  LIMIT 10000
)
SELECT
  host_21,
  user_22
FROM r20
-- $p1 = 'web'
-- $p2 = 'db1'
-- $p3 = 'bob'
