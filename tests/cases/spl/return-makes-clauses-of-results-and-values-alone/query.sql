WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r1
  WHERE
    NOT user_3 IS NULL
    AND (
      (
        LOWER(user_3) = CAST($p1 AS TEXT) AND LOWER(host_2) = CAST($p2 AS TEXT)
      )
      OR (
        LOWER(user_3) = CAST($p3 AS TEXT) AND LOWER(host_2) = CAST($p4 AS TEXT)
      )
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    user_3
  FROM r4
)
SELECT
  user_3
FROM r5
-- $p1 = 'ann'
-- $p2 = 'web1'
-- $p3 = 'bob'
-- $p4 = 'web2'
