WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(endhuman_1 AS TEXT) AS endhuman_1,
    CAST(endtime_2 AS DOUBLE) AS endtime_2,
    CAST(starthuman_3 AS TEXT) AS starthuman_3,
    CAST(starttime_4 AS DOUBLE) AS starttime_4
  FROM (VALUES
    (CAST($p1 AS TEXT), 1617580799.0e0, CAST($p2 AS TEXT), 1617494400.0e0),
    (CAST($p3 AS TEXT), 1617667199.0e0, CAST($p4 AS TEXT), 1617580800.0e0),
    (CAST($p5 AS TEXT), 1617753599.0e0, CAST($p6 AS TEXT), 1617667200.0e0)) AS given(endhuman_1, endtime_2, starthuman_3, starttime_4)
)
SELECT
  endhuman_1,
  endtime_2,
  starthuman_3,
  starttime_4
FROM r1
-- $p1 = 'Sun Apr 4 23:59:59 2021'
-- $p2 = 'Sun Apr 4 00:00:00 2021'
-- $p3 = 'Mon Apr 5 23:59:59 2021'
-- $p4 = 'Mon Apr 5 00:00:00 2021'
-- $p5 = 'Tue Apr 6 23:59:59 2021'
-- $p6 = 'Tue Apr 6 00:00:00 2021'
