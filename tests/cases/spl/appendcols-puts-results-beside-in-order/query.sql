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
    NOT user_3 IS NULL
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
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r5
  ORDER BY
    CASE
      WHEN BIT_COUNT(
        BIT_OR(
          CASE
            WHEN ORD(user_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(user_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN 1
            WHEN ORD(user_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(
              user_3,
              '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
            )
            THEN 2
            WHEN CONTAINS(user_3, ':')
            AND REGEXP_FULL_MATCH(user_3, '[0-9A-Fa-f:.]+')
            AND (
              CONTAINS(user_3, '::') OR LENGTH(user_3) - LENGTH(REPLACE(user_3, ':', '')) = 7
            )
            THEN 12
            WHEN ORD(user_3) BETWEEN 43 AND 57
            THEN 4
          END
        ) OVER ()
      ) > 1
      THEN ERROR(
        'not supported: SPL sort of numbers, addresses and texts that begin like them together'
      )
      WHEN ORD(user_3) < 43 OR user_3 = ''
      THEN 0
      WHEN ORD(user_3) <= 57
      THEN 1
      WHEN NOT user_3 IS NULL
      THEN 2
    END ASC,
    CASE
      WHEN ORD(user_3) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(user_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN CASE
        WHEN ORD(user_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(user_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(user_3 AS DOUBLE)
      END
      WHEN REGEXP_FULL_MATCH(
        user_3,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN CAST(SPLIT_PART(user_3, '.', 1) AS BIGINT) * 16777216 + CAST(SPLIT_PART(user_3, '.', 2) AS BIGINT) * 65536 + CAST(SPLIT_PART(user_3, '.', 3) AS BIGINT) * 256 + CAST(SPLIT_PART(user_3, '.', 4) AS BIGINT) * 1
    END ASC,
    CASE
      WHEN NOT (
        ORD(user_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(user_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      )
      AND NOT REGEXP_FULL_MATCH(
        user_3,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN user_3
    END ASC,
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r6
  LIMIT 10000
), r8 AS NOT MATERIALIZED (
  SELECT
    user_3,
    host_2
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    user_3,
    host_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    user_3,
    host_2,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_7,
    row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    user_3,
    host_2,
    position_7
  FROM r10
  ORDER BY
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13
  FROM table2
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13
  FROM r12
  WHERE
    LOWER(user_10) = CAST($p1 AS TEXT)
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13,
    ROW_NUMBER() OVER () AS row_position
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13
  FROM r14
  ORDER BY
    _time_8 DESC,
    row_position
), r16 AS NOT MATERIALIZED (
  SELECT
    host_9,
    src_11
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    host_9,
    src_11,
    ROW_NUMBER() OVER () AS row_position
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    host_9,
    src_11,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_14,
    row_position
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    host_9,
    src_11,
    position_14
  FROM r18
  ORDER BY
    row_position
), r20 AS NOT MATERIALIZED (
  SELECT
    user_3 AS user_15,
    COALESCE(host_9, host_2) AS host_16,
    src_11 AS src_17,
    position_7 AS position_18
  FROM r11
  LEFT OUTER JOIN r19
    ON position_7 IS NOT DISTINCT FROM position_14
), r21 AS NOT MATERIALIZED (
  SELECT
    user_15,
    host_16,
    src_17,
    position_18
  FROM r20
  ORDER BY
    position_18 ASC,
    user_15 NULLS FIRST,
    host_16 NULLS FIRST,
    src_17 NULLS FIRST,
    position_18 NULLS FIRST
), r22 AS NOT MATERIALIZED (
  SELECT
    user_15,
    host_16,
    src_17
  FROM r21
)
SELECT
  user_15,
  host_16,
  src_17
FROM r22
-- $p1 = 'bob'
