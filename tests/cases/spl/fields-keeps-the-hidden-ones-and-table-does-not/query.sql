WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    id_3,
    a_4
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    id_3,
    a_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    id_3,
    a_4
  FROM r2
  ORDER BY
    _time_1 DESC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    id_3,
    _time_1,
    _raw_2
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    id_3,
    _time_1,
    _raw_2,
    CASE WHEN _raw_2 IS NULL THEN CAST($p1 AS TEXT) ELSE CAST($p2 AS TEXT) END AS seen_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    id_3,
    _time_1,
    _raw_2,
    seen_5,
    CASE
      WHEN CAST(NULL AS TEXT) IS NULL
      THEN CAST($p2 AS TEXT)
      ELSE CAST($p1 AS TEXT)
    END AS dropped_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    id_3,
    seen_5,
    dropped_6
  FROM r6
)
SELECT
  id_3,
  seen_5,
  dropped_6
FROM r7
-- $p1 = 'no'
-- $p2 = 'yes'
