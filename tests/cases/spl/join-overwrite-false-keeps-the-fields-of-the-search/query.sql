WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(host_2 AS TEXT) AS host_2,
    CAST(pid_3 AS TEXT) AS pid_3,
    CAST(note_4 AS TEXT) AS note_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p4 AS TEXT), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT), CAST($p2 AS TEXT), CAST($p7 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT), CAST($p2 AS TEXT), CAST($p8 AS TEXT))) AS given(_time_1, host_2, pid_3, note_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    host_2,
    pid_3,
    note_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_2,
    pid_3,
    note_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    host_2,
    pid_3,
    note_4,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_5,
    row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    host_2,
    pid_3,
    note_4,
    position_5
  FROM r4
  ORDER BY
    row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_6 AS DOUBLE) AS _time_6,
    CAST(host_7 AS TEXT) AS host_7,
    CAST(pid_8 AS TEXT) AS pid_8,
    CAST(note_9 AS TEXT) AS note_9,
    CAST(file_10 AS TEXT) AS file_10
  FROM (VALUES
    (
      FLOOR(1772452800.0e0),
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      CAST($p9 AS TEXT),
      CAST($p10 AS TEXT)
    ),
    (
      FLOOR(1772452800.0e0),
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      CAST($p11 AS TEXT),
      CAST($p12 AS TEXT)
    ),
    (
      FLOOR(1772452800.0e0),
      CAST($p1 AS TEXT),
      CAST($p4 AS TEXT),
      CAST(NULL AS TEXT),
      CAST($p13 AS TEXT)
    ),
    (
      FLOOR(1772452800.0e0),
      CAST($p6 AS TEXT),
      CAST($p14 AS TEXT),
      CAST($p15 AS TEXT),
      CAST($p16 AS TEXT)
    ),
    (
      FLOOR(1772452800.0e0),
      CAST(NULL AS TEXT),
      CAST($p2 AS TEXT),
      CAST($p17 AS TEXT),
      CAST($p18 AS TEXT)
    )) AS given(_time_6, host_7, pid_8, note_9, file_10)
), r7 AS NOT MATERIALIZED (
  SELECT
    host_7,
    pid_8,
    note_9,
    file_10
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    host_7,
    pid_8,
    note_9,
    file_10
  FROM r7
  WHERE
    NOT host_7 IS NULL AND NOT pid_8 IS NULL
), r9 AS NOT MATERIALIZED (
  SELECT
    host_7,
    pid_8,
    note_9,
    file_10,
    ROW_NUMBER() OVER () AS row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    host_7,
    pid_8,
    note_9,
    file_10,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY host_7, pid_8 ORDER BY row_position) AS rank_in_group
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    host_7,
    pid_8,
    note_9,
    file_10
  FROM r10
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    host_7,
    pid_8,
    note_9,
    file_10,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    host_7,
    pid_8,
    note_9,
    file_10,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_11,
    row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    host_7,
    pid_8,
    note_9,
    file_10,
    position_11
  FROM r13
  ORDER BY
    row_position
), r15 AS NOT MATERIALIZED (
  SELECT
    host_2 AS host_12,
    pid_3 AS pid_13,
    COALESCE(note_4, note_9) AS note_14,
    file_10 AS file_15,
    position_5 AS position_16,
    position_11 AS place_17
  FROM r5
  LEFT OUTER JOIN r14
    ON host_2 IS NOT DISTINCT FROM host_7 AND pid_3 IS NOT DISTINCT FROM pid_8
), r16 AS NOT MATERIALIZED (
  SELECT
    host_12,
    pid_13,
    note_14,
    file_15,
    position_16,
    place_17
  FROM r15
  ORDER BY
    position_16 ASC,
    place_17 ASC,
    host_12 NULLS FIRST,
    pid_13 NULLS FIRST,
    note_14 NULLS FIRST,
    file_15 NULLS FIRST,
    position_16 NULLS FIRST,
    place_17 NULLS FIRST
), r17 AS NOT MATERIALIZED (
  SELECT
    host_12,
    pid_13,
    note_14,
    file_15
  FROM r16
)
SELECT
  host_12,
  pid_13,
  note_14,
  file_15
FROM r17
-- $p1 = 'a'
-- $p2 = '1'
-- $p3 = 'first'
-- $p4 = '2'
-- $p5 = 'second'
-- $p6 = 'b'
-- $p7 = 'third'
-- $p8 = 'no host'
-- $p9 = 'x'
-- $p10 = 'one.py'
-- $p11 = 'y'
-- $p12 = 'two.py'
-- $p13 = 'three.py'
-- $p14 = '9'
-- $p15 = 'z'
-- $p16 = 'four.py'
-- $p17 = 'w'
-- $p18 = 'five.py'
