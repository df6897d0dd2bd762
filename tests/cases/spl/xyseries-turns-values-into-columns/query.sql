WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(id_2 AS TEXT) AS id_2,
    CAST(name_3 AS TEXT) AS name_3,
    CAST(value_4 AS TEXT) AS value_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p5 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p2 AS TEXT), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT), CAST($p5 AS TEXT), CAST($p7 AS TEXT))) AS given(_time_1, id_2, name_3, value_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    name_3,
    value_4
  FROM r1
  WHERE
    NOT id_2 IS NULL AND NOT name_3 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    id_2 AS id_7,
    CASE
      WHEN COUNT(
        DISTINCT CASE WHEN name_3 = CAST($p5 AS TEXT) THEN value_4 ELSE CAST(NULL AS TEXT) END
      ) > 1
      THEN ERROR('not supported: SPL xyseries of different values for one cell')
      ELSE MIN(CASE WHEN name_3 = CAST($p5 AS TEXT) THEN value_4 ELSE CAST(NULL AS TEXT) END)
    END AS a_5,
    CASE
      WHEN COUNT(
        DISTINCT CASE WHEN name_3 = CAST($p2 AS TEXT) THEN value_4 ELSE CAST(NULL AS TEXT) END
      ) > 1
      THEN ERROR('not supported: SPL xyseries of different values for one cell')
      ELSE MIN(CASE WHEN name_3 = CAST($p2 AS TEXT) THEN value_4 ELSE CAST(NULL AS TEXT) END)
    END AS b_6
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    id_7,
    a_5,
    b_6
  FROM r3
  ORDER BY
    CASE
      WHEN ORD(id_7) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(id_7, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(id_7 AS DOUBLE)
    END ASC,
    id_7 ASC
)
SELECT
  id_7,
  a_5,
  b_6
FROM r4
-- $p1 = '2'
-- $p2 = 'b'
-- $p3 = '5'
-- $p4 = '1'
-- $p5 = 'a'
-- $p6 = '10'
-- $p7 = '7'
