WITH r1 AS NOT MATERIALIZED (
  SELECT
    host_1,
    id_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    host_1,
    id_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_1,
    id_2,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_3,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    host_1,
    id_2,
    position_3
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    host_1,
    id_2,
    position_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    host_1,
    id_2,
    position_3,
    row_position,
    ROW_NUMBER() OVER (
      PARTITION BY host_1, CASE WHEN NOT host_1 IS NULL THEN CAST(NULL AS BIGINT) ELSE position_3 END
      ORDER BY row_position
    ) AS rank_in_group
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    host_1,
    id_2,
    position_3
  FROM r6
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    host_1,
    id_2
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    id_2
  FROM r8
)
SELECT
  id_2
FROM r9
