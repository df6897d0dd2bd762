WITH r1 AS NOT MATERIALIZED (
  SELECT
    user_1,
    src_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    user_1,
    src_2
  FROM r1
  WHERE
    NOT user_1 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    user_1 AS c_4,
    CAST(COUNT(DISTINCT src_2) AS DOUBLE) AS sources_3
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    c_4,
    sources_3
  FROM r3
  ORDER BY
    CASE
      WHEN ORD(c_4) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_4 AS DOUBLE)
    END ASC,
    c_4 ASC
)
SELECT
  c_4,
  sources_3
FROM r4
