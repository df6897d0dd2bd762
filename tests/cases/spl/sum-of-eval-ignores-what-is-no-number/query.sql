WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    CAST($p2 AS TEXT) AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    LIST_SUM(
      [
        CASE
          WHEN ORD(a_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(a_2 AS DOUBLE)
        END,
        2.0e0,
        3.0e0
      ]
    ) AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    LIST_SUM(
      [
        CASE
          WHEN ORD(b_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(b_3 AS DOUBLE)
        END,
        2.0e0,
        3.0e0
      ]
    ) AS d_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    d_5,
    LIST_SUM([CAST(NULL AS DOUBLE), 5.0e0, 9.0e0 + 0.0e0]) AS e_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    c_4,
    d_5,
    e_6
  FROM r6
)
SELECT
  c_4,
  d_5,
  e_6
FROM r7
-- $p1 = '1'
-- $p2 = 'somedata'
