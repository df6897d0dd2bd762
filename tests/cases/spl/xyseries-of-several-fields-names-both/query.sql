WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(id_2 AS TEXT) AS id_2,
    CAST(name_3 AS TEXT) AS name_3,
    CAST(up_4 AS TEXT) AS up_4,
    CAST(down_5 AS TEXT) AS down_5
  FROM (VALUES
    (
      FLOOR(1772452800.0e0),
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      CAST($p1 AS TEXT),
      CAST($p3 AS TEXT)
    ),
    (
      FLOOR(1772452800.0e0),
      CAST($p1 AS TEXT),
      CAST($p4 AS TEXT),
      CAST($p5 AS TEXT),
      CAST($p6 AS TEXT)
    )) AS given(_time_1, id_2, name_3, up_4, down_5)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    name_3,
    up_4,
    down_5
  FROM r1
  WHERE
    NOT id_2 IS NULL AND NOT name_3 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    id_2 AS id_10,
    CASE
      WHEN COUNT(
        DISTINCT CASE WHEN name_3 = CAST($p2 AS TEXT) THEN up_4 ELSE CAST(NULL AS TEXT) END
      ) > 1
      THEN ERROR('not supported: SPL xyseries of different values for one cell')
      ELSE MIN(CASE WHEN name_3 = CAST($p2 AS TEXT) THEN up_4 ELSE CAST(NULL AS TEXT) END)
    END AS c_6,
    CASE
      WHEN COUNT(
        DISTINCT CASE WHEN name_3 = CAST($p4 AS TEXT) THEN up_4 ELSE CAST(NULL AS TEXT) END
      ) > 1
      THEN ERROR('not supported: SPL xyseries of different values for one cell')
      ELSE MIN(CASE WHEN name_3 = CAST($p4 AS TEXT) THEN up_4 ELSE CAST(NULL AS TEXT) END)
    END AS c_7,
    CASE
      WHEN COUNT(
        DISTINCT CASE WHEN name_3 = CAST($p2 AS TEXT) THEN down_5 ELSE CAST(NULL AS TEXT) END
      ) > 1
      THEN ERROR('not supported: SPL xyseries of different values for one cell')
      ELSE MIN(CASE WHEN name_3 = CAST($p2 AS TEXT) THEN down_5 ELSE CAST(NULL AS TEXT) END)
    END AS c_8,
    CASE
      WHEN COUNT(
        DISTINCT CASE WHEN name_3 = CAST($p4 AS TEXT) THEN down_5 ELSE CAST(NULL AS TEXT) END
      ) > 1
      THEN ERROR('not supported: SPL xyseries of different values for one cell')
      ELSE MIN(CASE WHEN name_3 = CAST($p4 AS TEXT) THEN down_5 ELSE CAST(NULL AS TEXT) END)
    END AS c_9
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    id_10,
    c_6,
    c_7,
    c_8,
    c_9
  FROM r3
  ORDER BY
    CASE
      WHEN ORD(id_10) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(id_10, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(id_10 AS DOUBLE)
    END ASC,
    id_10 ASC
)
SELECT
  id_10,
  c_6,
  c_7,
  c_8,
  c_9
FROM r4
-- $p1 = '1'
-- $p2 = 'a'
-- $p3 = '2'
-- $p4 = 'b'
-- $p5 = '3'
-- $p6 = '4'
