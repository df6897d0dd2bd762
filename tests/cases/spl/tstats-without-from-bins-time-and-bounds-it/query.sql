WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    index_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    index_2
  FROM r1
  WHERE
    NOT index_2 IS NULL AND _time_1 >= 1767225630.0e0 AND _time_1 < 1767229201.0e0
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    index_2
  FROM r2
  WHERE
    NOT (
      FLOOR(_time_1 / 3600.0e0) * 3600.0e0
    ) IS NULL
), r4 AS NOT MATERIALIZED (
  SELECT
    FLOOR(_time_1 / 3600.0e0) * 3600.0e0 AS _time_4,
    CAST(COUNT(*) AS DOUBLE) AS count_3
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_4,
    count_3
  FROM r4
  ORDER BY
    _time_4 ASC
)
SELECT
  _time_4,
  count_3
FROM r5
