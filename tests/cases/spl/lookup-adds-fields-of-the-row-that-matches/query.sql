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
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_7,
    row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    position_7
  FROM r9
  ORDER BY
    row_position
), r11 AS NOT MATERIALIZED (
  SELECT
    user_8,
    team_9,
    note_10
  FROM table2
), r12 AS NOT MATERIALIZED (
  SELECT
    NULLIF(user_8, CAST($p1 AS TEXT)) AS user_11,
    NULLIF(team_9, CAST($p1 AS TEXT)) AS team_12,
    NULLIF(note_10, CAST($p1 AS TEXT)) AS note_13
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    user_11,
    team_12,
    note_13
  FROM r12
  WHERE
    NOT COALESCE(CONTAINS(LOWER(note_13), CAST($p2 AS TEXT)), FALSE)
), r14 AS NOT MATERIALIZED (
  SELECT
    user_11,
    team_12,
    note_13
  FROM r13
  WHERE
    NOT user_11 IS NULL
), r15 AS NOT MATERIALIZED (
  SELECT
    user_11 AS user_14,
    team_12 AS team_15
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    user_14,
    team_15,
    ROW_NUMBER() OVER () AS row_position
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    user_14,
    team_15,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_14 ORDER BY row_position) AS rank_in_group
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    user_14,
    team_15
  FROM r17
  WHERE
    rank_in_group <= 1000
  ORDER BY
    row_position
), r19 AS NOT MATERIALIZED (
  SELECT
    user_14,
    team_15,
    ROW_NUMBER() OVER () AS row_position
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    user_14 AS user_17,
    ARRAY_AGG(team_15 ORDER BY row_position) FILTER(WHERE
      NOT team_15 IS NULL) AS team_16
  FROM r19
  GROUP BY
    1
), r21 AS NOT MATERIALIZED (
  SELECT
    user_17,
    team_16,
    CAST(1 AS BIGINT) AS found_18
  FROM r20
), r22 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_19,
    host_2 AS host_20,
    user_3 AS user_21,
    src_4 AS src_22,
    proc_5 AS proc_23,
    _raw_6 AS _raw_24,
    team_16 AS its_team_25,
    position_7 AS position_26
  FROM r10
  LEFT OUTER JOIN r21
    ON user_3 IS NOT DISTINCT FROM user_17
), r23 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    host_20,
    user_21,
    src_22,
    proc_23,
    _raw_24,
    its_team_25,
    position_26
  FROM r22
  ORDER BY
    position_26 ASC,
    _time_19 NULLS FIRST,
    host_20 NULLS FIRST,
    user_21 NULLS FIRST,
    src_22 NULLS FIRST,
    proc_23 NULLS FIRST,
    _raw_24 NULLS FIRST,
    its_team_25 NULLS FIRST,
    position_26 NULLS FIRST
), r24 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    host_20,
    user_21,
    src_22,
    proc_23,
    _raw_24,
    its_team_25
  FROM r23
), r25 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    host_20,
    user_21,
    src_22,
    proc_23,
    _raw_24,
    its_team_25,
    ROW_NUMBER() OVER () AS row_position
  FROM r24
), r26 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    host_20,
    user_21,
    src_22,
    proc_23,
    _raw_24,
    its_team_25,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_27,
    row_position
  FROM r25
), r27 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    host_20,
    user_21,
    src_22,
    proc_23,
    _raw_24,
    its_team_25,
    position_27
  FROM r26
  ORDER BY
    row_position
), r28 AS NOT MATERIALIZED (
  SELECT
    user_28,
    team_29,
    note_30
  FROM table3
), r29 AS NOT MATERIALIZED (
  SELECT
    NULLIF(user_28, CAST($p1 AS TEXT)) AS user_31,
    NULLIF(team_29, CAST($p1 AS TEXT)) AS team_32,
    NULLIF(note_30, CAST($p1 AS TEXT)) AS note_33
  FROM r28
), r30 AS NOT MATERIALIZED (
  SELECT
    user_31,
    team_32,
    note_33
  FROM r29
  WHERE
    NOT user_31 IS NULL
), r31 AS NOT MATERIALIZED (
  SELECT
    LOWER(user_31) AS user_34,
    team_32 AS team_35,
    note_33 AS note_36
  FROM r30
), r32 AS NOT MATERIALIZED (
  SELECT
    user_34,
    team_35,
    note_36,
    ROW_NUMBER() OVER () AS row_position
  FROM r31
), r33 AS NOT MATERIALIZED (
  SELECT
    user_34,
    team_35,
    note_36,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_34 ORDER BY row_position) AS rank_in_group
  FROM r32
), r34 AS NOT MATERIALIZED (
  SELECT
    user_34,
    team_35,
    note_36
  FROM r33
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r35 AS NOT MATERIALIZED (
  SELECT
    user_34,
    team_35,
    note_36,
    ROW_NUMBER() OVER () AS row_position
  FROM r34
), r36 AS NOT MATERIALIZED (
  SELECT
    user_34,
    team_35,
    note_36,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_34 ORDER BY row_position) AS rank_in_group
  FROM r35
), r37 AS NOT MATERIALIZED (
  SELECT
    user_34,
    team_35,
    note_36
  FROM r36
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r38 AS NOT MATERIALIZED (
  SELECT
    user_34,
    team_35,
    note_36,
    CAST(1 AS BIGINT) AS found_37
  FROM r37
), r39 AS NOT MATERIALIZED (
  SELECT
    _time_19 AS _time_38,
    host_20 AS host_39,
    user_21 AS user_40,
    src_22 AS src_41,
    proc_23 AS proc_42,
    _raw_24 AS _raw_43,
    its_team_25 AS its_team_44,
    team_35 AS team_45,
    note_36 AS note_46,
    position_27 AS position_47
  FROM r27
  LEFT OUTER JOIN r38
    ON LOWER(user_21) IS NOT DISTINCT FROM user_34
), r40 AS NOT MATERIALIZED (
  SELECT
    _time_38,
    host_39,
    user_40,
    src_41,
    proc_42,
    _raw_43,
    its_team_44,
    team_45,
    note_46,
    position_47
  FROM r39
  ORDER BY
    position_47 ASC,
    _time_38 NULLS FIRST,
    host_39 NULLS FIRST,
    user_40 NULLS FIRST,
    src_41 NULLS FIRST,
    proc_42 NULLS FIRST,
    _raw_43 NULLS FIRST,
    its_team_44 NULLS FIRST,
    team_45 NULLS FIRST,
    note_46 NULLS FIRST,
    position_47 NULLS FIRST
), r41 AS NOT MATERIALIZED (
  SELECT
    _time_38,
    host_39,
    user_40,
    src_41,
    proc_42,
    _raw_43,
    its_team_44,
    team_45,
    note_46
  FROM r40
), r42 AS NOT MATERIALIZED (
  SELECT
    user_40,
    its_team_44,
    team_45,
    note_46
  FROM r41
)
SELECT
  user_40,
  its_team_44,
  team_45,
  note_46
FROM r42
-- $p1 = ''
-- $p2 = 'leave'
