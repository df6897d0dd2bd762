WITH r1 AS NOT MATERIALIZED (
  SELECT
    parent_process_guid_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    COALESCE(parent_process_guid_1, CAST($p1 AS TEXT)) AS c_4,
    CAST(COUNT(*) AS DOUBLE) AS count_2,
    LIST_SORT(
      ARRAY_AGG(DISTINCT parent_process_guid_1) FILTER(WHERE
        NOT parent_process_guid_1 IS NULL)
    ) AS known_3
  FROM r1
  GROUP BY
    1
), r3 AS NOT MATERIALIZED (
  SELECT
    c_4,
    count_2,
    known_3
  FROM r2
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
  count_2,
  known_3
FROM r3
-- $p1 = 'null'
