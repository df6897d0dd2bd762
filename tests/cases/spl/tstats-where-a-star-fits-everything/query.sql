WITH r1 AS NOT MATERIALIZED (
  SELECT
    dest_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    dest_1
  FROM r1
  WHERE
    TRUE
), r3 AS NOT MATERIALIZED (
  SELECT
    dest_1
  FROM r2
  WHERE
    NOT dest_1 IS NULL
), r4 AS NOT MATERIALIZED (
  SELECT
    dest_1 AS c_3,
    CAST(COUNT(*) AS DOUBLE) AS count_2
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    c_3,
    count_2
  FROM r4
  ORDER BY
    CASE
      WHEN ORD(c_3) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_3 AS DOUBLE)
    END ASC,
    c_3 ASC
)
SELECT
  c_3,
  count_2
FROM r5
