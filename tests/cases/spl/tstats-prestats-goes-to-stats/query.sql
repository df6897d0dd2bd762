WITH r1 AS NOT MATERIALIZED (
  SELECT
    dest_1,
    process_id_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    dest_1,
    process_id_2
  FROM r1
  WHERE
    NOT dest_1 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    dest_1 AS c_3,
    process_id_2 AS c_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    c_3,
    c_4
  FROM r3
  WHERE
    NOT c_3 IS NULL
), r5 AS NOT MATERIALIZED (
  SELECT
    c_3 AS c_7,
    CAST(COUNT(DISTINCT c_4) AS DOUBLE) AS pids_5,
    CAST(COUNT(*) AS DOUBLE) AS count_6
  FROM r4
  GROUP BY
    1
), r6 AS NOT MATERIALIZED (
  SELECT
    c_7,
    pids_5,
    count_6
  FROM r5
  ORDER BY
    CASE
      WHEN ORD(c_7) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_7, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_7 AS DOUBLE)
    END ASC,
    c_7 ASC
)
SELECT
  c_7,
  pids_5,
  count_6
FROM r6
