WITH r1 AS NOT MATERIALIZED (
  SELECT
    TRUE AS nothing
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    TRUE AS nothing
  FROM r1
  WHERE
    NOT CAST(NULL AS TEXT) IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST(NULL AS TEXT) AS c_2,
    CAST(COUNT(*) AS DOUBLE) AS count_1
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    c_2,
    count_1
  FROM r3
  ORDER BY
    CASE
      WHEN ORD(c_2) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_2 AS DOUBLE)
    END ASC,
    c_2 ASC
)
SELECT
  c_2,
  count_1
FROM r4
