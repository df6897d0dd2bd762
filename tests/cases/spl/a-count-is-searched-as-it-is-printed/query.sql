WITH r1 AS NOT MATERIALIZED (
  SELECT
    k_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    k_1
  FROM r1
  WHERE
    NOT k_1 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    k_1 AS k_3,
    CAST(COUNT(*) AS DOUBLE) AS count_2
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    k_3,
    count_2
  FROM r3
  ORDER BY
    CASE
      WHEN ORD(k_3) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(k_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(k_3 AS DOUBLE)
    END ASC,
    k_3 ASC
), r5 AS NOT MATERIALIZED (
  SELECT
    k_3,
    count_2
  FROM r4
  WHERE
    count_2 = 2.0e0 OR count_2 >= 3.0e0
), r6 AS NOT MATERIALIZED (
  SELECT
    k_3,
    count_2
  FROM r5
)
SELECT
  k_3,
  count_2
FROM r6
