WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS field_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    field_2,
    CAST($p2 AS TEXT) AS serial_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_4 AS DOUBLE) AS _time_4
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_4)
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_4,
    CAST($p3 AS TEXT) AS field_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_4,
    field_5,
    CAST($p4 AS TEXT) AS serial_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_7,
    CAST(field_2 AS TEXT) AS field_8,
    CAST(serial_3 AS TEXT) AS serial_9
  FROM r3
  UNION ALL
  SELECT
    CAST(_time_4 AS DOUBLE) AS _time_7,
    CAST(field_5 AS TEXT) AS field_8,
    CAST(serial_6 AS TEXT) AS serial_9
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    field_8,
    serial_9
  FROM r7
)
SELECT
  field_8,
  serial_9
FROM r8
-- $p1 = 'hello1'
-- $p2 = '1'
-- $p3 = 'hello2'
-- $p4 = '2'
