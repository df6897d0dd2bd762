WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS field1_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    field1_2,
    CAST($p2 AS TEXT) AS counter_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    field1_2,
    counter_3,
    1.0e0 AS a_counter_z_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    field1_2,
    counter_3,
    a_counter_z_4
  FROM r4
)
SELECT
  field1_2,
  counter_3,
  a_counter_z_4
FROM r5
-- $p1 = 'counter'
-- $p2 = '1234'
