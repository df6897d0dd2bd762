WITH r1 AS NOT MATERIALIZED (
  SELECT
    answer_1,
    query_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    answer_1,
    query_2
  FROM r1
  WHERE
    NOT answer_1 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    answer_1,
    query_2,
    UNNEST(CASE WHEN LENGTH(answer_1) > 0 THEN answer_1 ELSE [NULL] END) AS c_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    COALESCE(c_3, CAST($p1 AS TEXT)) AS c_6,
    CAST(COUNT(*) AS DOUBLE) AS count_4,
    LIST_SORT(ARRAY_AGG(DISTINCT query_2) FILTER(WHERE
      NOT query_2 IS NULL)) AS query_5
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    c_6,
    count_4,
    query_5
  FROM r4
  ORDER BY
    CASE
      WHEN ORD(c_6) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_6, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_6 AS DOUBLE)
    END ASC,
    c_6 ASC
)
SELECT
  c_6,
  count_4,
  query_5
FROM r5
-- $p1 = 'null'
