WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(s_2 AS TEXT) AS s_2,
    CAST(f_3 AS TEXT) AS f_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT), CAST($p6 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p7 AS TEXT), CAST($p8 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p9 AS TEXT), CAST($p10 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p11 AS TEXT), CAST($p12 AS TEXT))) AS given(_time_1, s_2, f_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    s_2,
    f_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_SPLUNK_TIME_READ(s_2, CAST($p13 AS TEXT), 1772452800.0e0)],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.6f}', ROUND(given0, 6)) END
      ),
      1
    ) AS a_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    s_2,
    f_3,
    a_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_SPLUNK_TIME_READ(s_2, CAST($p14 AS TEXT), 1772452800.0e0)],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.6f}', ROUND(given0, 6)) END
      ),
      1
    ) AS b_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    s_2,
    f_3,
    a_4,
    b_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_SPLUNK_TIME_READ(s_2, CAST($p15 AS TEXT), 1772452800.0e0)],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.6f}', ROUND(given0, 6)) END
      ),
      1
    ) AS c_6
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    s_2,
    f_3,
    a_4,
    b_5,
    c_6,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_SPLUNK_TIME_READ(s_2, CAST($p16 AS TEXT), 1772452800.0e0)],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.6f}', ROUND(given0, 6)) END
      ),
      1
    ) AS d_7
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    s_2,
    f_3,
    a_4,
    b_5,
    c_6,
    d_7,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_SPLUNK_TIME_READ(s_2, CAST($p17 AS TEXT), 1772452800.0e0)],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.6f}', ROUND(given0, 6)) END
      ),
      1
    ) AS e_8
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    s_2,
    f_3,
    a_4,
    b_5,
    c_6,
    d_7,
    e_8,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_SPLUNK_TIME_READ(s_2, CAST($p18 AS TEXT), 1772452800.0e0)],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.6f}', ROUND(given0, 6)) END
      ),
      1
    ) AS g_9
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    s_2,
    f_3,
    a_4,
    b_5,
    c_6,
    d_7,
    e_8,
    g_9,
    COALESCE(a_4, b_5, d_7, e_8, g_9, c_6) AS when_10
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    s_2,
    when_10
  FROM r8
)
SELECT
  s_2,
  when_10
FROM r9
-- $p1 = 'Mon Jul 3 2023 17:19:01.89'
-- $p2 = '1'
-- $p3 = '03/Jul/2023:17:19:01 -0700'
-- $p4 = '2'
-- $p5 = '1688404741'
-- $p6 = '3'
-- $p7 = '17:19'
-- $p8 = '4'
-- $p9 = '2023-184'
-- $p10 = '5'
-- $p11 = '2023-02-30'
-- $p12 = '6'
-- $p13 = '%a %b %d %Y %H:%M:%S.%N'
-- $p14 = '%d/%b/%Y:%H:%M:%S %z'
-- $p15 = '%s'
-- $p16 = '%H:%M'
-- $p17 = '%Y-%j'
-- $p18 = '%Y-%m-%d'
