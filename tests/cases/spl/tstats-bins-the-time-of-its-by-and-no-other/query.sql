WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    process_id_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    process_id_3
  FROM r1
  WHERE
    NOT (
      FLOOR(_time_1 / 60.0e0) * 60.0e0
    ) IS NULL AND NOT host_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    process_id_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    FLOOR(_time_1 / 60.0e0) * 60.0e0 AS _time_7,
    host_2 AS host_8,
    CAST(COUNT(*) AS DOUBLE) AS count_4,
    MAX(_time_1) AS lastTime_5,
    FIRST(process_id_3 ORDER BY _time_1 DESC, row_position) FILTER(WHERE
      NOT process_id_3 IS NULL AND NOT _time_1 IS NULL) AS pid_6
  FROM r3
  GROUP BY
    1,
    2
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_7,
    host_8,
    count_4,
    lastTime_5,
    pid_6
  FROM r4
  ORDER BY
    _time_7 ASC,
    CASE
      WHEN ORD(host_8) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(host_8, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(host_8 AS DOUBLE)
    END ASC,
    host_8 ASC
)
SELECT
  _time_7,
  host_8,
  count_4,
  lastTime_5,
  pid_6
FROM r5
