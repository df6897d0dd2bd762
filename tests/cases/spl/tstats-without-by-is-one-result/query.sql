WITH r1 AS NOT MATERIALIZED (
  SELECT
    dest_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    dest_1
  FROM r1
  WHERE
    LOWER(dest_1) = CAST($p1 AS TEXT)
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST(COUNT(DISTINCT dest_1) AS DOUBLE) AS c_2,
    CAST(COUNT(*) AS DOUBLE) AS count_3
  FROM r2
)
SELECT
  c_2,
  count_3
FROM r3
-- $p1 = 'nobody'
