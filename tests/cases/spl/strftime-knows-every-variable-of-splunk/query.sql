WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    1704067199.0625e0 AS t_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    ANTIVENOM_SPLUNK_TIME_SHOWN(t_2, CAST($p1 AS TEXT)) AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    b_3,
    ANTIVENOM_SPLUNK_TIME_SHOWN(t_2, CAST($p2 AS TEXT)) AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    b_3,
    c_4,
    ANTIVENOM_SPLUNK_TIME_SHOWN(t_2, CAST($p3 AS TEXT)) AS d_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    b_3,
    c_4,
    d_5
  FROM r5
)
SELECT
  b_3,
  c_4,
  d_5
FROM r6
-- $p1 = '%c / %+ / %F %T / %e %k'
-- $p2 = '%a %A %b %B %C %d %f %g %G %H %I %j %m %M %p %s %S %U %V %w %y %Y %z %:z %::z %:::z %Z %%'
-- $p3 = '%N %3N %6N %Q %6Q %9Q'
