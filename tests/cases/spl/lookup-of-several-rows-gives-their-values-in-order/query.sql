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
    _raw_6,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_7,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    position_7
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    user_8,
    team_9,
    note_10
  FROM table2
), r9 AS NOT MATERIALIZED (
  SELECT
    NULLIF(user_8, CAST($p1 AS TEXT)) AS user_11,
    NULLIF(team_9, CAST($p1 AS TEXT)) AS team_12,
    NULLIF(note_10, CAST($p1 AS TEXT)) AS note_13
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    user_11,
    team_12,
    note_13
  FROM r9
  WHERE
    NOT user_11 IS NULL
), r11 AS NOT MATERIALIZED (
  SELECT
    user_11 AS user_14,
    team_12 AS team_15,
    note_13 AS note_16
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    user_14,
    team_15,
    note_16,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    user_14,
    team_15,
    note_16,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_14 ORDER BY row_position) AS rank_in_group
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    user_14,
    team_15,
    note_16
  FROM r13
  WHERE
    rank_in_group <= 1000
  ORDER BY
    row_position
), r15 AS NOT MATERIALIZED (
  SELECT
    user_14,
    team_15,
    note_16,
    ROW_NUMBER() OVER () AS row_position
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    user_14 AS user_19,
    ARRAY_AGG(team_15 ORDER BY row_position) FILTER(WHERE
      NOT team_15 IS NULL) AS team_17,
    ARRAY_AGG(note_16 ORDER BY row_position) FILTER(WHERE
      NOT note_16 IS NULL) AS note_18
  FROM r15
  GROUP BY
    1
), r17 AS NOT MATERIALIZED (
  SELECT
    user_19,
    team_17,
    note_18,
    CAST(1 AS BIGINT) AS found_20
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_21,
    host_2 AS host_22,
    user_3 AS user_23,
    src_4 AS src_24,
    proc_5 AS proc_25,
    _raw_6 AS _raw_26,
    team_17 AS team_27,
    note_18 AS note_28,
    position_7 AS position_29
  FROM r7
  LEFT OUTER JOIN r17
    ON user_3 IS NOT DISTINCT FROM user_19
), r19 AS NOT MATERIALIZED (
  SELECT
    _time_21,
    host_22,
    user_23,
    src_24,
    proc_25,
    _raw_26,
    team_27,
    note_28,
    position_29
  FROM r18
  ORDER BY
    position_29 ASC,
    _time_21 NULLS FIRST,
    host_22 NULLS FIRST,
    user_23 NULLS FIRST,
    src_24 NULLS FIRST,
    proc_25 NULLS FIRST,
    _raw_26 NULLS FIRST,
    team_27 NULLS FIRST,
    note_28 NULLS FIRST,
    position_29 NULLS FIRST
), r20 AS NOT MATERIALIZED (
  SELECT
    _time_21,
    host_22,
    user_23,
    src_24,
    proc_25,
    _raw_26,
    team_27,
    note_28
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    _time_21,
    host_22,
    user_23,
    src_24,
    proc_25,
    _raw_26,
    team_27,
    note_28,
    ROW_NUMBER() OVER () AS row_position
  FROM r20
), r22 AS NOT MATERIALIZED (
  SELECT
    _time_21,
    host_22,
    user_23,
    src_24,
    proc_25,
    _raw_26,
    team_27,
    note_28
  FROM r21
  ORDER BY
    CASE
      WHEN BIT_COUNT(
        BIT_OR(
          CASE
            WHEN ORD(user_23) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(user_23, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN 1
            WHEN ORD(user_23) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(
              user_23,
              '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
            )
            THEN 2
            WHEN CONTAINS(user_23, ':')
            AND REGEXP_FULL_MATCH(user_23, '[0-9A-Fa-f:.]+')
            AND (
              CONTAINS(user_23, '::')
              OR LENGTH(user_23) - LENGTH(REPLACE(user_23, ':', '')) = 7
            )
            THEN 12
            WHEN ORD(user_23) BETWEEN 43 AND 57
            THEN 4
          END
        ) OVER ()
      ) > 1
      THEN ERROR(
        'not supported: SPL sort of numbers, addresses and texts that begin like them together'
      )
      WHEN ORD(user_23) < 43 OR user_23 = ''
      THEN 0
      WHEN ORD(user_23) <= 57
      THEN 1
      WHEN NOT user_23 IS NULL
      THEN 2
    END ASC,
    CASE
      WHEN ORD(user_23) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(user_23, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN CASE
        WHEN ORD(user_23) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(user_23, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(user_23 AS DOUBLE)
      END
      WHEN REGEXP_FULL_MATCH(
        user_23,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN CAST(SPLIT_PART(user_23, '.', 1) AS BIGINT) * 16777216 + CAST(SPLIT_PART(user_23, '.', 2) AS BIGINT) * 65536 + CAST(SPLIT_PART(user_23, '.', 3) AS BIGINT) * 256 + CAST(SPLIT_PART(user_23, '.', 4) AS BIGINT) * 1
    END ASC,
    CASE
      WHEN NOT (
        ORD(user_23) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(user_23, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      )
      AND NOT REGEXP_FULL_MATCH(
        user_23,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN user_23
    END ASC,
    row_position
), r23 AS NOT MATERIALIZED (
  SELECT
    _time_21,
    host_22,
    user_23,
    src_24,
    proc_25,
    _raw_26,
    team_27,
    note_28
  FROM r22
  LIMIT 10000
), r24 AS NOT MATERIALIZED (
  SELECT
    user_23,
    team_27,
    note_28
  FROM r23
)
SELECT
  user_23,
  team_27,
  note_28
FROM r24
-- $p1 = ''
