WITH r1 AS NOT MATERIALIZED (
  SELECT
    dest_1,
    process_name_2,
    _time_3,
    process_id_4
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    dest_1,
    process_name_2,
    _time_3,
    process_id_4
  FROM r1
  WHERE
    NOT dest_1 IS NULL AND NOT process_name_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    dest_1 AS c_8,
    process_name_2 AS c_9,
    CAST(COUNT(*) AS DOUBLE) AS count_5,
    MIN(_time_3) AS firstTime_6,
    LIST_SORT(ARRAY_AGG(DISTINCT process_id_4) FILTER(WHERE
      NOT process_id_4 IS NULL)) AS ids_7
  FROM r2
  GROUP BY
    1,
    2
), r4 AS NOT MATERIALIZED (
  SELECT
    c_8,
    c_9,
    count_5,
    firstTime_6,
    ids_7
  FROM r3
  ORDER BY
    CASE
      WHEN ORD(c_8) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_8, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_8 AS DOUBLE)
    END ASC,
    c_8 ASC,
    CASE
      WHEN ORD(c_9) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_9, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_9 AS DOUBLE)
    END ASC,
    c_9 ASC
), r5 AS NOT MATERIALIZED (
  SELECT
    c_8 AS dest_10,
    c_9 AS process_name_11,
    count_5,
    firstTime_6,
    ids_7
  FROM r4
)
SELECT
  dest_10,
  process_name_11,
  count_5,
  firstTime_6,
  ids_7
FROM r5
