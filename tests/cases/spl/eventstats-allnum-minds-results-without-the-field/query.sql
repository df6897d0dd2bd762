WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(city_2 AS TEXT) AS city_2,
    CAST(age_3 AS TEXT) AS age_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST(NULL AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT), CAST($p7 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT), CAST($p8 AS TEXT))) AS given(_time_1, city_2, age_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    city_2,
    age_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    city_2,
    age_3,
    AVG(
      CASE
        WHEN ORD(age_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(age_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(age_3 AS DOUBLE)
      END
    ) OVER (PARTITION BY city_2) AS c_4,
    COUNT(*) OVER (PARTITION BY city_2) AS c_5,
    COUNT(
      CASE
        WHEN ORD(age_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(age_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(age_3 AS DOUBLE)
      END
    ) OVER (PARTITION BY city_2) AS c_6,
    COUNT(age_3) OVER (PARTITION BY city_2) AS c_7,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    city_2,
    age_3,
    c_4,
    c_5,
    c_6,
    c_7
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    city_2,
    age_3,
    CASE
      WHEN NOT city_2 IS NULL
      THEN CASE WHEN c_5 = c_6 THEN c_4 ELSE CAST(NULL AS DOUBLE) END
      ELSE CAST(NULL AS DOUBLE)
    END AS c_8,
    CASE
      WHEN NOT city_2 IS NULL
      THEN TRY_CAST(c_7 AS DOUBLE)
      ELSE CAST(NULL AS DOUBLE)
    END AS c_9
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    city_2,
    age_3,
    c_8,
    c_9
  FROM r5
)
SELECT
  city_2,
  age_3,
  c_8,
  c_9
FROM r6
-- $p1 = 'Rome'
-- $p2 = '25'
-- $p3 = 'Oslo'
-- $p4 = '39'
-- $p5 = '31'
-- $p6 = 'Bern'
-- $p7 = 'old'
-- $p8 = '7'
