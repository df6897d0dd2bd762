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
    LOWER(src_5) = CAST($p1 AS TEXT)
    OR ANTIVENOM_CIDR_MATCH(src_5, CAST($p1 AS TEXT))
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_4,
    src_5
  FROM r5
)
SELECT
  _time_1,
  user_4,
  src_5
FROM r6
-- $p1 = '10.0.0.0/8'
