WITH r1 AS NOT MATERIALIZED (
  SELECT
    user_1,
    team_2,
    note_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    NULLIF(user_1, CAST($p1 AS TEXT)) AS user_4,
    NULLIF(team_2, CAST($p1 AS TEXT)) AS team_5,
    NULLIF(note_3, CAST($p1 AS TEXT)) AS note_6
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    user_4,
    team_5,
    note_6
  FROM r2
  WHERE
    CONTAINS(LOWER(team_5), CAST($p2 AS TEXT))
), r4 AS NOT MATERIALIZED (
  SELECT
    user_7,
    team_8,
    note_9
  FROM table2
), r5 AS NOT MATERIALIZED (
  SELECT
    NULLIF(user_7, CAST($p1 AS TEXT)) AS user_10,
    NULLIF(team_8, CAST($p1 AS TEXT)) AS team_11,
    NULLIF(note_9, CAST($p1 AS TEXT)) AS note_12
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11,
    note_12,
    ROW_NUMBER() OVER () AS row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11,
    note_12,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_13,
    row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11,
    note_12,
    position_13
  FROM r7
  ORDER BY
    row_position
), r9 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11,
    note_12,
    position_13
  FROM r8
  WHERE
    position_13 > CAST(1 AS BIGINT)
), r10 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11,
    note_12
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11,
    note_12
  FROM r10
  LIMIT 1
), r12 AS NOT MATERIALIZED (
  SELECT
    CAST(user_4 AS TEXT) AS user_14,
    CAST(team_5 AS TEXT) AS team_15,
    CAST(note_6 AS TEXT) AS note_16
  FROM r3
  UNION ALL
  SELECT
    CAST(user_10 AS TEXT) AS user_14,
    CAST(team_11 AS TEXT) AS team_15,
    CAST(note_12 AS TEXT) AS note_16
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    user_14,
    team_15,
    note_16
  FROM r12
)
SELECT
  user_14,
  team_15,
  note_16
FROM r13
-- $p1 = ''
-- $p2 = 'e'
