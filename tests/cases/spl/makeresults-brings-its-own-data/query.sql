WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(name_2 AS TEXT) AS name_2,
    CAST(age_3 AS TEXT) AS age_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT))) AS given(_time_1, name_2, age_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    name_2,
    age_3
  FROM r1
  WHERE
    CASE
      WHEN NOT CASE
        WHEN ORD(age_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(age_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(age_3 AS DOUBLE)
      END IS NULL
      THEN CASE
        WHEN ORD(age_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(age_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(age_3 AS DOUBLE)
      END > 36.0e0
      ELSE age_3 > CASE
        WHEN 36.0e0 = TRUNC(36.0e0) AND ABS(36.0e0) < 9e18
        THEN CAST(TRY_CAST(36.0e0 AS BIGINT) AS TEXT)
        ELSE CAST(36.0e0 AS TEXT)
      END
    END
), r3 AS NOT MATERIALIZED (
  SELECT
    name_2,
    age_3
  FROM r2
)
SELECT
  name_2,
  age_3
FROM r3
-- $p1 = 'John'
-- $p2 = '35'
-- $p3 = 'Sarah'
-- $p4 = '39'
