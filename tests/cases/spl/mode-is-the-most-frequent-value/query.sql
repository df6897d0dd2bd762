WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(age_2 AS TEXT) AS age_2,
    CAST(name_3 AS TEXT) AS name_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT), CAST($p6 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p7 AS TEXT))) AS given(_time_1, age_2, name_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    (
      LIST_TRANSFORM(
        [
          ARRAY_REVERSE_SORT(
            LIST_TRANSFORM(
              MAP_ENTRIES(HISTOGRAM(age_2)),
              LAMBDA entry : {'count': entry.value, 'value': entry.key}
            )
          )
        ],
        LAMBDA sorted : CASE
          WHEN LENGTH(sorted) > 1 AND sorted[1].count = sorted[2].count
          THEN ERROR('not supported: SPL mode of values that are equally frequent')
          ELSE sorted[1].value
        END
      )
    )[1] AS c_4,
    MAX(
      CASE
        WHEN ORD(age_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(age_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(age_2 AS DOUBLE)
      END
    ) - MIN(
      CASE
        WHEN ORD(age_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(age_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(age_2 AS DOUBLE)
      END
    ) AS c_5,
    CAST(COUNT(DISTINCT age_2) AS DOUBLE) AS c_6,
    CAST(0 * COUNT(age_2) AS DOUBLE) AS c_7
  FROM r1
)
SELECT
  c_4,
  c_5,
  c_6,
  c_7
FROM r2
-- $p1 = '32'
-- $p2 = 'Ann'
-- $p3 = '45'
-- $p4 = 'Bo'
-- $p5 = '29'
-- $p6 = 'Cy'
-- $p7 = 'Di'
