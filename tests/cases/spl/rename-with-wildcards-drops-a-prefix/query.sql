WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    c_2,
    c_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1 AS key_4,
    c_2 AS dest_5,
    c_3 AS user_6
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    key_4,
    dest_5,
    user_6
  FROM r2
)
SELECT
  key_4,
  dest_5,
  user_6
FROM r3
