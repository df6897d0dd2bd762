WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(x_2 AS TEXT) AS x_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT))) AS given(_time_1, x_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    ANTIVENOM_SPLUNK_SIGFIG_DIGITS(
      CASE
        WHEN ORD(x_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(x_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(x_2 AS DOUBLE)
      END * 1.0e0,
      CAST([x_2, CAST($p3 AS TEXT)] AS TEXT[])
    ) AS a_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    a_3,
    ANTIVENOM_SPLUNK_SIGFIG_DIGITS(2.5e0 * 4.0e0, CAST([CAST($p4 AS TEXT), CAST($p5 AS TEXT)] AS TEXT[])) AS b_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    a_3,
    b_4,
    ANTIVENOM_SPLUNK_SIGFIG_PLACES(10.25e0 + 1.5e0, CAST([CAST($p6 AS TEXT), CAST($p7 AS TEXT)] AS TEXT[])) AS c_5
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    a_3,
    b_4,
    c_5,
    ANTIVENOM_SPLUNK_SIGFIG_DIGITS(1.0e0 / NULLIF(3.0e0, 0), CAST([CAST($p8 AS TEXT), CAST($p9 AS TEXT)] AS TEXT[])) AS d_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    x_2,
    a_3,
    b_4,
    c_5,
    d_6
  FROM r5
)
SELECT
  x_2,
  a_3,
  b_4,
  c_5,
  d_6
FROM r6
-- $p1 = '3.14159'
-- $p2 = '200'
-- $p3 = '1.0'
-- $p4 = '2.50'
-- $p5 = '4.0'
-- $p6 = '10.25'
-- $p7 = '1.5'
-- $p8 = '1.00'
-- $p9 = '3.0000'
