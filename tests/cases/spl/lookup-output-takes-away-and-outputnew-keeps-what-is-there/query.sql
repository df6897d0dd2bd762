WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(user_2 AS TEXT) AS user_2,
    CAST(team_3 AS TEXT) AS team_3,
    CAST(note_4 AS TEXT) AS note_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p2 AS TEXT), CAST(NULL AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT))) AS given(_time_1, user_2, team_3, note_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    team_3,
    note_4,
    team_3 AS had_5
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    team_3,
    note_4,
    had_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    team_3,
    note_4,
    had_5,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_6,
    row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    team_3,
    note_4,
    had_5,
    position_6
  FROM r4
  ORDER BY
    row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    user_7,
    team_8,
    note_9
  FROM table1
), r7 AS NOT MATERIALIZED (
  SELECT
    NULLIF(user_7, CAST($p5 AS TEXT)) AS user_10,
    NULLIF(team_8, CAST($p5 AS TEXT)) AS team_11,
    NULLIF(note_9, CAST($p5 AS TEXT)) AS note_12
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11,
    note_12
  FROM r7
  WHERE
    NOT user_10 IS NULL
), r9 AS NOT MATERIALIZED (
  SELECT
    LOWER(user_10) AS user_13,
    team_11 AS team_14
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    user_13,
    team_14,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    user_13,
    team_14,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_13 ORDER BY row_position) AS rank_in_group
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    user_13,
    team_14
  FROM r11
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r13 AS NOT MATERIALIZED (
  SELECT
    user_13,
    team_14,
    ROW_NUMBER() OVER () AS row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    user_13,
    team_14,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_13 ORDER BY row_position) AS rank_in_group
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    user_13,
    team_14
  FROM r14
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r16 AS NOT MATERIALIZED (
  SELECT
    user_13,
    team_14,
    CAST(1 AS BIGINT) AS found_15
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_16,
    user_2 AS user_17,
    team_14 AS team_18,
    note_4 AS note_19,
    had_5 AS had_20,
    position_6 AS position_21
  FROM r5
  LEFT OUTER JOIN r16
    ON LOWER(user_2) IS NOT DISTINCT FROM user_13
), r18 AS NOT MATERIALIZED (
  SELECT
    _time_16,
    user_17,
    team_18,
    note_19,
    had_20,
    position_21
  FROM r17
  ORDER BY
    position_21 ASC,
    _time_16 NULLS FIRST,
    user_17 NULLS FIRST,
    team_18 NULLS FIRST,
    note_19 NULLS FIRST,
    had_20 NULLS FIRST,
    position_21 NULLS FIRST
), r19 AS NOT MATERIALIZED (
  SELECT
    _time_16,
    user_17,
    team_18,
    note_19,
    had_20
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    _time_16,
    user_17,
    team_18,
    note_19,
    had_20,
    ROW_NUMBER() OVER () AS row_position
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    _time_16,
    user_17,
    team_18,
    note_19,
    had_20,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_22,
    row_position
  FROM r20
), r22 AS NOT MATERIALIZED (
  SELECT
    _time_16,
    user_17,
    team_18,
    note_19,
    had_20,
    position_22
  FROM r21
  ORDER BY
    row_position
), r23 AS NOT MATERIALIZED (
  SELECT
    user_23,
    team_24,
    note_25
  FROM table2
), r24 AS NOT MATERIALIZED (
  SELECT
    NULLIF(user_23, CAST($p5 AS TEXT)) AS user_26,
    NULLIF(team_24, CAST($p5 AS TEXT)) AS team_27,
    NULLIF(note_25, CAST($p5 AS TEXT)) AS note_28
  FROM r23
), r25 AS NOT MATERIALIZED (
  SELECT
    user_26,
    team_27,
    note_28
  FROM r24
  WHERE
    NOT user_26 IS NULL
), r26 AS NOT MATERIALIZED (
  SELECT
    LOWER(user_26) AS user_29,
    team_27 AS team_30
  FROM r25
), r27 AS NOT MATERIALIZED (
  SELECT
    user_29,
    team_30,
    ROW_NUMBER() OVER () AS row_position
  FROM r26
), r28 AS NOT MATERIALIZED (
  SELECT
    user_29,
    team_30,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_29 ORDER BY row_position) AS rank_in_group
  FROM r27
), r29 AS NOT MATERIALIZED (
  SELECT
    user_29,
    team_30
  FROM r28
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r30 AS NOT MATERIALIZED (
  SELECT
    user_29,
    team_30,
    ROW_NUMBER() OVER () AS row_position
  FROM r29
), r31 AS NOT MATERIALIZED (
  SELECT
    user_29,
    team_30,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_29 ORDER BY row_position) AS rank_in_group
  FROM r30
), r32 AS NOT MATERIALIZED (
  SELECT
    user_29,
    team_30
  FROM r31
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r33 AS NOT MATERIALIZED (
  SELECT
    user_29,
    team_30,
    CAST(1 AS BIGINT) AS found_31
  FROM r32
), r34 AS NOT MATERIALIZED (
  SELECT
    _time_16 AS _time_32,
    user_17 AS user_33,
    team_18 AS team_34,
    note_19 AS note_35,
    COALESCE(had_20, team_30) AS had_36,
    position_22 AS position_37
  FROM r22
  LEFT OUTER JOIN r33
    ON LOWER(user_17) IS NOT DISTINCT FROM user_29
), r35 AS NOT MATERIALIZED (
  SELECT
    _time_32,
    user_33,
    team_34,
    note_35,
    had_36,
    position_37
  FROM r34
  ORDER BY
    position_37 ASC,
    _time_32 NULLS FIRST,
    user_33 NULLS FIRST,
    team_34 NULLS FIRST,
    note_35 NULLS FIRST,
    had_36 NULLS FIRST,
    position_37 NULLS FIRST
), r36 AS NOT MATERIALIZED (
  SELECT
    _time_32,
    user_33,
    team_34,
    note_35,
    had_36
  FROM r35
), r37 AS NOT MATERIALIZED (
  SELECT
    user_33,
    team_34,
    had_36
  FROM r36
)
SELECT
  user_33,
  team_34,
  had_36
FROM r37
-- $p1 = 'ann'
-- $p2 = 'old'
-- $p3 = 'zoe'
-- $p4 = 'bob'
-- $p5 = ''
