WITH r1 AS NOT MATERIALIZED (
  SELECT
    TRUE AS nothing
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    COALESCE(CAST(NULL AS TEXT), CAST($p1 AS TEXT)) AS c_2,
    COALESCE(CAST(NULL AS TEXT), CAST($p1 AS TEXT)) AS process_name_3,
    CAST(COUNT(*) AS DOUBLE) AS count_1
  FROM r1
  GROUP BY
    1,
    2
), r3 AS NOT MATERIALIZED (
  SELECT
    c_2,
    process_name_3,
    count_1
  FROM r2
  ORDER BY
    CASE
      WHEN ORD(c_2) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_2 AS DOUBLE)
    END ASC,
    c_2 ASC,
    CASE
      WHEN ORD(process_name_3) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(process_name_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(process_name_3 AS DOUBLE)
    END ASC,
    process_name_3 ASC
)
SELECT
  c_2,
  process_name_3,
  count_1
FROM r3
-- $p1 = 'none'
