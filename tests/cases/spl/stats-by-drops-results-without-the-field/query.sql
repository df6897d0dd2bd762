WITH r1 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2
  FROM r1
  WHERE
    NOT k_1 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    k_1 AS k_5,
    CAST(COUNT(*) AS DOUBLE) AS count_3,
    CAST(COUNT(v_2) AS DOUBLE) AS present_4
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    k_5,
    count_3,
    present_4
  FROM r3
  ORDER BY
    CASE
      WHEN ORD(k_5) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(k_5, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(k_5 AS DOUBLE)
    END ASC,
    k_5 ASC
)
SELECT
  k_5,
  count_3,
  present_4
FROM r4
