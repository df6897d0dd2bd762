WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS s_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    s_2,
    CAST($p2 AS TEXT) AS t_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    s_2,
    t_3,
    CAST($p3 AS TEXT) AS q_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    s_2,
    t_3,
    q_4,
    CAST($p4 AS TEXT) AS b_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    s_2,
    t_3,
    q_4,
    b_5
  FROM r5
)
SELECT
  s_2,
  t_3,
  q_4,
  b_5
FROM r6
-- $p1 = 'a\\sb'
-- $p2 = 'a\tb'
-- $p3 = 'say "hi"'
-- $p4 = 'C:\\x'
