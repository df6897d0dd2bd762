WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(host_2 AS TEXT) AS host_2,
    CAST(pid_3 AS TEXT) AS pid_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT))) AS given(_time_1, host_2, pid_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    pid_3,
    7.0e0 AS rank_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_2,
    pid_3,
    rank_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_5 AS DOUBLE) AS _time_5,
    CAST(pid_6 AS TEXT) AS pid_6,
    CAST(file_7 AS TEXT) AS file_7
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT), CAST($p6 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p7 AS TEXT))) AS given(_time_5, pid_6, file_7)
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_5,
    pid_6,
    file_7,
    CAST($p8 AS TEXT) AS rank_8
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    pid_6,
    file_7,
    rank_8
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    CAST(host_2 AS TEXT) AS host_9,
    CAST(pid_3 AS TEXT) AS pid_10,
    CAST(CASE
      WHEN rank_4 = TRUNC(rank_4) AND ABS(rank_4) < 9e18
      THEN CAST(TRY_CAST(rank_4 AS BIGINT) AS TEXT)
      ELSE CAST(rank_4 AS TEXT)
    END AS TEXT) AS rank_11,
    CAST(NULL AS TEXT) AS file_12
  FROM r3
  UNION ALL
  SELECT
    CAST(NULL AS TEXT) AS host_9,
    CAST(pid_6 AS TEXT) AS pid_10,
    CAST(rank_8 AS TEXT) AS rank_11,
    CAST(file_7 AS TEXT) AS file_12
  FROM r6
)
SELECT
  host_9,
  pid_10,
  rank_11,
  file_12
FROM r7
-- $p1 = 'b'
-- $p2 = '2'
-- $p3 = 'a'
-- $p4 = '1'
-- $p5 = '3'
-- $p6 = 'three.py'
-- $p7 = 'one.py'
-- $p8 = 'x|y]'
