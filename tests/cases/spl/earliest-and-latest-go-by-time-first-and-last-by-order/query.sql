WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2
  FROM r2
  ORDER BY
    _time_1 DESC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2
  FROM r4
  ORDER BY
    _time_1 ASC,
    row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2
  FROM r5
  LIMIT 10000
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    FIRST(v_2 ORDER BY _time_1, row_position DESC) FILTER(WHERE
      NOT v_2 IS NULL AND NOT _time_1 IS NULL) AS e_3,
    FIRST(v_2 ORDER BY _time_1 DESC, row_position) FILTER(WHERE
      NOT v_2 IS NULL AND NOT _time_1 IS NULL) AS l_4,
    ARG_MIN(v_2, row_position) FILTER(WHERE
      NOT v_2 IS NULL) AS f_5,
    ARG_MAX(v_2, row_position) FILTER(WHERE
      NOT v_2 IS NULL) AS la_6
  FROM r7
)
SELECT
  e_3,
  l_4,
  f_5,
  la_6
FROM r8
