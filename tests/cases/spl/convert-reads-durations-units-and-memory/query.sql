WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(delay_2 AS TEXT) AS delay_2,
    CAST(took_3 AS TEXT) AS took_3,
    CAST(mem_4 AS TEXT) AS mem_4,
    CAST(sum_5 AS TEXT) AS sum_5,
    CAST(ms_6 AS TEXT) AS ms_6,
    CAST(when_7 AS TEXT) AS when_7
  FROM (VALUES
    (
      FLOOR(1772452800.0e0),
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      CAST($p3 AS TEXT),
      CAST($p4 AS TEXT),
      CAST($p5 AS TEXT),
      CAST($p6 AS TEXT)
    ),
    (
      FLOOR(1772452800.0e0),
      CAST($p7 AS TEXT),
      CAST($p8 AS TEXT),
      CAST($p9 AS TEXT),
      CAST($p10 AS TEXT),
      CAST($p11 AS TEXT),
      CAST($p12 AS TEXT)
    )) AS given(_time_1, delay_2, took_3, mem_4, sum_5, ms_6, when_7)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    COALESCE(ANTIVENOM_SPLUNK_CONVERT_DUR2SEC(delay_2), delay_2) AS delay_8,
    COALESCE(ANTIVENOM_SPLUNK_CONVERT_RMUNIT(took_3), took_3) AS took_9,
    mem_4,
    COALESCE(ANTIVENOM_SPLUNK_CONVERT_RMCOMMA(sum_5), sum_5) AS sum_10,
    COALESCE(ANTIVENOM_SPLUNK_CONVERT_MSTIME(ms_6), ms_6) AS ms_11,
    when_7,
    COALESCE(ANTIVENOM_SPLUNK_CONVERT_MEMK(mem_4), mem_4) AS kb_12,
    ANTIVENOM_SPLUNK_TIME_READ(when_7, CAST($p13 AS TEXT), 1772452800.0e0) AS epoch_13
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    delay_8,
    took_9,
    mem_4,
    sum_10,
    ms_11,
    kb_12,
    epoch_13
  FROM r2
)
SELECT
  delay_8,
  took_9,
  mem_4,
  sum_10,
  ms_11,
  kb_12,
  epoch_13
FROM r3
-- $p1 = '1+00:10:15'
-- $p2 = '212 sec'
-- $p3 = '1.5m'
-- $p4 = '1,234.50'
-- $p5 = '2:03.250'
-- $p6 = '2024-01-02 03:04:05'
-- $p7 = 'x'
-- $p8 = 'fast'
-- $p9 = '7'
-- $p10 = '1'
-- $p11 = '9.5'
-- $p12 = 'y'
-- $p13 = '%Y-%m-%d %H:%M:%S'
