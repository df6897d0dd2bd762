WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(who_2 AS TEXT) AS who_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT))) AS given(_time_1, who_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    who_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    who_2,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_3,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    who_2,
    position_3
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    user_4,
    team_5,
    note_6
  FROM table1
), r6 AS NOT MATERIALIZED (
  SELECT
    NULLIF(user_4, CAST($p4 AS TEXT)) AS user_7,
    NULLIF(team_5, CAST($p4 AS TEXT)) AS team_8,
    NULLIF(note_6, CAST($p4 AS TEXT)) AS note_9
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    user_7,
    team_8,
    note_9
  FROM r6
  WHERE
    NOT COALESCE(CONTAINS(LOWER(note_9), CAST($p5 AS TEXT)), FALSE)
), r8 AS NOT MATERIALIZED (
  SELECT
    user_7,
    team_8,
    note_9
  FROM r7
  WHERE
    NOT user_7 IS NULL
), r9 AS NOT MATERIALIZED (
  SELECT
    user_7 AS user_10,
    team_8 AS team_11
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_10 ORDER BY row_position) AS rank_in_group
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11
  FROM r11
  WHERE
    rank_in_group <= 1000
  ORDER BY
    row_position
), r13 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11,
    ROW_NUMBER() OVER () AS row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    user_10 AS user_13,
    ARRAY_AGG(team_11 ORDER BY row_position) FILTER(WHERE
      NOT team_11 IS NULL) AS team_12
  FROM r13
  GROUP BY
    1
), r15 AS NOT MATERIALIZED (
  SELECT
    user_13,
    team_12,
    CAST(1 AS BIGINT) AS found_14
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_15,
    who_2 AS who_16,
    team_12 AS minding_17,
    position_3 AS position_18
  FROM r4
  LEFT OUTER JOIN r15
    ON who_2 IS NOT DISTINCT FROM user_13
), r17 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    who_16,
    minding_17,
    position_18
  FROM r16
  ORDER BY
    position_18 ASC,
    _time_15 NULLS FIRST,
    who_16 NULLS FIRST,
    minding_17 NULLS FIRST,
    position_18 NULLS FIRST
), r18 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    who_16,
    minding_17
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    who_16,
    minding_17,
    ROW_NUMBER() OVER () AS row_position
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    who_16,
    minding_17,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_19,
    row_position
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    who_16,
    minding_17,
    position_19
  FROM r20
  ORDER BY
    row_position
), r22 AS NOT MATERIALIZED (
  SELECT
    user_20,
    team_21,
    note_22
  FROM table2
), r23 AS NOT MATERIALIZED (
  SELECT
    NULLIF(user_20, CAST($p4 AS TEXT)) AS user_23,
    NULLIF(team_21, CAST($p4 AS TEXT)) AS team_24,
    NULLIF(note_22, CAST($p4 AS TEXT)) AS note_25
  FROM r22
), r24 AS NOT MATERIALIZED (
  SELECT
    user_23,
    team_24,
    note_25
  FROM r23
  WHERE
    NOT user_23 IS NULL
), r25 AS NOT MATERIALIZED (
  SELECT
    LOWER(user_23) AS user_26,
    team_24 AS team_27
  FROM r24
), r26 AS NOT MATERIALIZED (
  SELECT
    user_26,
    team_27,
    ROW_NUMBER() OVER () AS row_position
  FROM r25
), r27 AS NOT MATERIALIZED (
  SELECT
    user_26,
    team_27,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_26 ORDER BY row_position) AS rank_in_group
  FROM r26
), r28 AS NOT MATERIALIZED (
  SELECT
    user_26,
    team_27
  FROM r27
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r29 AS NOT MATERIALIZED (
  SELECT
    user_26,
    team_27,
    ROW_NUMBER() OVER () AS row_position
  FROM r28
), r30 AS NOT MATERIALIZED (
  SELECT
    user_26,
    team_27,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_26 ORDER BY row_position) AS rank_in_group
  FROM r29
), r31 AS NOT MATERIALIZED (
  SELECT
    user_26,
    team_27
  FROM r30
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r32 AS NOT MATERIALIZED (
  SELECT
    user_26,
    team_27,
    CAST(1 AS BIGINT) AS found_28
  FROM r31
), r33 AS NOT MATERIALIZED (
  SELECT
    _time_15 AS _time_29,
    who_16 AS who_30,
    minding_17 AS minding_31,
    team_27 AS folding_32,
    position_19 AS position_33
  FROM r21
  LEFT OUTER JOIN r32
    ON LOWER(who_16) IS NOT DISTINCT FROM user_26
), r34 AS NOT MATERIALIZED (
  SELECT
    _time_29,
    who_30,
    minding_31,
    folding_32,
    position_33
  FROM r33
  ORDER BY
    position_33 ASC,
    _time_29 NULLS FIRST,
    who_30 NULLS FIRST,
    minding_31 NULLS FIRST,
    folding_32 NULLS FIRST,
    position_33 NULLS FIRST
), r35 AS NOT MATERIALIZED (
  SELECT
    _time_29,
    who_30,
    minding_31,
    folding_32
  FROM r34
), r36 AS NOT MATERIALIZED (
  SELECT
    who_30,
    minding_31,
    folding_32
  FROM r35
)
SELECT
  who_30,
  minding_31,
  folding_32
FROM r36
-- $p1 = 'ANN'
-- $p2 = 'Bob'
-- $p3 = 'ann'
-- $p4 = ''
-- $p5 = 'leave'
