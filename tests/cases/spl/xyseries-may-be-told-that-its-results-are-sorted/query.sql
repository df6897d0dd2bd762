WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(x_2 AS TEXT) AS x_2,
    CAST(y_3 AS TEXT) AS y_3,
    CAST(v_4 AS TEXT) AS v_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p4 AS TEXT), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT), CAST($p2 AS TEXT), CAST($p7 AS TEXT))) AS given(_time_1, x_2, y_3, v_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    y_3,
    v_4
  FROM r1
  WHERE
    NOT x_2 IS NULL AND NOT y_3 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    x_2 AS x_7,
    CASE
      WHEN COUNT(DISTINCT CASE WHEN y_3 = CAST($p2 AS TEXT) THEN v_4 ELSE CAST(NULL AS TEXT) END) > 1
      THEN ERROR('not supported: SPL xyseries of different values for one cell')
      ELSE MIN(CASE WHEN y_3 = CAST($p2 AS TEXT) THEN v_4 ELSE CAST(NULL AS TEXT) END)
    END AS a_5,
    CASE
      WHEN COUNT(DISTINCT CASE WHEN y_3 = CAST($p4 AS TEXT) THEN v_4 ELSE CAST(NULL AS TEXT) END) > 1
      THEN ERROR('not supported: SPL xyseries of different values for one cell')
      ELSE MIN(CASE WHEN y_3 = CAST($p4 AS TEXT) THEN v_4 ELSE CAST(NULL AS TEXT) END)
    END AS b_6
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    x_7,
    a_5,
    b_6
  FROM r3
  ORDER BY
    CASE
      WHEN ORD(x_7) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(x_7, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(x_7 AS DOUBLE)
    END ASC,
    x_7 ASC
)
SELECT
  x_7,
  a_5,
  b_6
FROM r4
-- $p1 = '1'
-- $p2 = 'a'
-- $p3 = '5'
-- $p4 = 'b'
-- $p5 = '6'
-- $p6 = '2'
-- $p7 = '7'
