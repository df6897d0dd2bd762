WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(host_2 AS TEXT) AS host_2,
    CAST(other_3 AS TEXT) AS other_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT), CAST($p3 AS TEXT))) AS given(_time_1, host_2, other_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ANTIVENOM_SPLUNK_REPLACE_VALUES(
      host_2,
      [CAST($p2 AS TEXT), CAST($p2 AS TEXT), CAST($p4 AS TEXT), CAST($p5 AS TEXT)],
      [CAST($p6 AS TEXT), CAST($p7 AS TEXT), CAST($p8 AS TEXT), CAST($p9 AS TEXT)]
    ) AS host_4,
    other_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ANTIVENOM_SPLUNK_REPLACE_VALUES(host_4, [CAST($p3 AS TEXT)], [CAST($p10 AS TEXT)]) AS host_5,
    ANTIVENOM_SPLUNK_REPLACE_VALUES(other_3, [CAST($p3 AS TEXT)], [CAST($p10 AS TEXT)]) AS other_6
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    host_5,
    other_6
  FROM r3
)
SELECT
  host_5,
  other_6
FROM r4
-- $p1 = 'web-1.local'
-- $p2 = 'db'
-- $p3 = 'x'
-- $p4 = 'web\\-(.*)\\.local'
-- $p5 = '(.*)\\.local'
-- $p6 = 'new'
-- $p7 = 'old'
-- $p8 = '* (web)'
-- $p9 = '* (local)'
-- $p10 = 'y'
