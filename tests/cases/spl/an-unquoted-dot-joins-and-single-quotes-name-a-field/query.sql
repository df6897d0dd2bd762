WITH r1 AS NOT MATERIALIZED (
  SELECT
    a_1,
    b_2,
    c_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    a_1,
    b_2,
    c_3,
    a_1 || b_2 AS joined_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    a_1,
    b_2,
    c_3,
    joined_4,
    c_3 AS dotted_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    joined_4,
    dotted_5
  FROM r3
)
SELECT
  joined_4,
  dotted_5
FROM r4
