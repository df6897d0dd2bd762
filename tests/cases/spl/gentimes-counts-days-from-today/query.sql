WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(endhuman_1 AS TEXT) AS endhuman_1,
    CAST(endtime_2 AS DOUBLE) AS endtime_2,
    CAST(starthuman_3 AS TEXT) AS starthuman_3,
    CAST(starttime_4 AS DOUBLE) AS starttime_4
  FROM (VALUES
    (CAST($p1 AS TEXT), 1772279999.0e0, CAST($p2 AS TEXT), 1772236800.0e0),
    (CAST($p3 AS TEXT), 1772323199.0e0, CAST($p4 AS TEXT), 1772280000.0e0),
    (CAST($p5 AS TEXT), 1772366399.0e0, CAST($p6 AS TEXT), 1772323200.0e0),
    (CAST($p7 AS TEXT), 1772409599.0e0, CAST($p8 AS TEXT), 1772366400.0e0)) AS given(endhuman_1, endtime_2, starthuman_3, starttime_4)
)
SELECT
  endhuman_1,
  endtime_2,
  starthuman_3,
  starttime_4
FROM r1
-- $p1 = 'Sat Feb 28 11:59:59 2026'
-- $p2 = 'Sat Feb 28 00:00:00 2026'
-- $p3 = 'Sat Feb 28 23:59:59 2026'
-- $p4 = 'Sat Feb 28 12:00:00 2026'
-- $p5 = 'Sun Mar 1 11:59:59 2026'
-- $p6 = 'Sun Mar 1 00:00:00 2026'
-- $p7 = 'Sun Mar 1 23:59:59 2026'
-- $p8 = 'Sun Mar 1 12:00:00 2026'
