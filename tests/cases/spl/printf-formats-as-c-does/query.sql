WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ANTIVENOM_SPLUNK_PRINTF(
      CAST($p1 AS TEXT),
      CAST([
        CAST($p2 AS TEXT),
        CAST($p3 AS TEXT),
        CAST($p3 AS TEXT),
        CAST($p3 AS TEXT),
        CAST($p4 AS TEXT),
        CAST($p5 AS TEXT),
        CAST($p6 AS TEXT)
      ] AS TEXT[])
    ) AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    ANTIVENOM_SPLUNK_PRINTF(
      CAST($p7 AS TEXT),
      CAST([
        CAST($p8 AS TEXT),
        CAST($p9 AS TEXT),
        CAST($p10 AS TEXT),
        CAST($p11 AS TEXT),
        CAST($p12 AS TEXT),
        CAST($p13 AS TEXT),
        CAST($p14 AS TEXT),
        CAST($p15 AS TEXT),
        CAST($p16 AS TEXT)
      ] AS TEXT[])
    ) AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    ANTIVENOM_SPLUNK_PRINTF(CAST($p17 AS TEXT), CAST([CAST($p18 AS TEXT)] AS TEXT[])) AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    c_4
  FROM r4
)
SELECT
  a_2,
  b_3,
  c_4
FROM r5
-- $p1 = "%'d|%-5d|%05d|%+d|%#x|%*d"
-- $p2 = '1234567'
-- $p3 = '7'
-- $p4 = '255'
-- $p5 = '6'
-- $p6 = '42'
-- $p7 = '%.3A %c%c %e %.2g %o %s%z %X 5%%'
-- $p8 = '3.14159265358'
-- $p9 = '72'
-- $p10 = 'interpreter'
-- $p11 = '1234.5'
-- $p12 = '0.00012345'
-- $p13 = '8'
-- $p14 = 'a'
-- $p15 = 'b'
-- $p16 = '48879'
-- $p17 = '%d'
-- $p18 = 'no number'
