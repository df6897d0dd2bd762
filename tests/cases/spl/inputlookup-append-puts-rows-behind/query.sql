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
    user_3,
    host_2
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    user_7,
    team_8,
    note_9
  FROM table2
), r7 AS NOT MATERIALIZED (
  SELECT
    NULLIF(user_7, CAST($p2 AS TEXT)) AS user_10,
    NULLIF(team_8, CAST($p2 AS TEXT)) AS team_11,
    NULLIF(note_9, CAST($p2 AS TEXT)) AS note_12
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    user_10,
    team_11,
    note_12
  FROM r7
  WHERE
    LOWER(user_10) = CAST($p3 AS TEXT)
), r9 AS NOT MATERIALIZED (
  SELECT
    CAST(user_3 AS TEXT) AS user_13,
    CAST(host_2 AS TEXT) AS host_14,
    CAST(NULL AS TEXT) AS team_15,
    CAST(NULL AS TEXT) AS note_16
  FROM r5
  UNION ALL
  SELECT
    CAST(user_10 AS TEXT) AS user_13,
    CAST(NULL AS TEXT) AS host_14,
    CAST(team_11 AS TEXT) AS team_15,
    CAST(note_12 AS TEXT) AS note_16
  FROM r8
)
SELECT
  user_13,
  host_14,
  team_15,
  note_16
FROM r9
-- $p1 = 'bob'
-- $p2 = ''
-- $p3 = 'ann'
