WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_2,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    id_1,
    position_2
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    id_1,
    position_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    id_1,
    position_2
  FROM r5
  ORDER BY
    position_2 DESC,
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    id_1,
    position_2
  FROM r6
  LIMIT 3
), r8 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    id_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    id_1,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_3,
    row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    id_1,
    position_3
  FROM r10
  ORDER BY
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    id_1,
    position_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    id_1,
    position_3
  FROM r12
  ORDER BY
    position_3 DESC,
    row_position
), r14 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r14
  LIMIT 2
)
SELECT
  id_1
FROM r15
