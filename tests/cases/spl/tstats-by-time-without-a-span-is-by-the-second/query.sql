WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1
  FROM r1
  WHERE
    NOT (
      FLOOR(_time_1 / 1.0e0) * 1.0e0
    ) IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    FLOOR(_time_1 / 1.0e0) * 1.0e0 AS _time_3,
    CAST(COUNT(*) AS DOUBLE) AS count_2
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_3,
    count_2
  FROM r3
  ORDER BY
    _time_3 ASC
)
SELECT
  _time_3,
  count_2
FROM r4
