WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    action_3,
    user_4,
    src_5
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    action_3,
    user_4,
    src_5
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    action_3,
    user_4,
    src_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    action_3,
    user_4,
    src_5
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    action_3,
    user_4,
    src_5
  FROM r4
  WHERE
    NOT user_4 IS NULL
), r6 AS NOT MATERIALIZED (
  SELECT
    user_4 AS user_7,
    CAST(COUNT(*) AS DOUBLE) AS count_6
  FROM r5
  GROUP BY
    1
), r7 AS NOT MATERIALIZED (
  SELECT
    user_7,
    count_6
  FROM r6
  ORDER BY
    CASE
      WHEN ORD(user_7) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(user_7, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(user_7 AS DOUBLE)
    END ASC,
    user_7 ASC
)
SELECT
  user_7,
  count_6
FROM r7
