WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Computer_1 AS TEXT) AS Computer_1,
    CAST(Pid_2 AS BIGINT) AS Pid_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(3 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST(2 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(9 AS BIGINT))) AS given(Computer_1, Pid_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2
  FROM r2
  ORDER BY
    Computer_1 ASC NULLS FIRST,
    Pid_2 ASC NULLS FIRST,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    LAG(Computer_1, CAST(1 AS BIGINT), CAST($p3 AS TEXT)) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS prev_3,
    LEAD(Pid_2, CAST(2 AS BIGINT), CAST(-1 AS BIGINT)) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS next_4,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    prev_3,
    next_4
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    prev_3,
    next_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    prev_3,
    next_4,
    COUNT_IF(NOT (
      Computer_1 = prev_3
    )) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS count_true_5,
    row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    prev_3,
    next_4,
    count_true_5
  FROM r8
  ORDER BY
    row_position
), r10 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    prev_3,
    next_4,
    count_true_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    prev_3,
    next_4,
    count_true_5,
    COUNT(*) OVER (
      PARTITION BY count_true_5
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS row_number_6,
    row_position
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    prev_3,
    next_4,
    count_true_5,
    row_number_6
  FROM r11
  ORDER BY
    row_position
), r13 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    prev_3 AS Before_7,
    next_4 AS After_8,
    row_number_6 AS Rank_9
  FROM r12
)
SELECT
  Computer_1,
  Pid_2,
  Before_7,
  After_8,
  Rank_9
FROM r13
-- $p1 = 'web'
-- $p2 = 'db'
-- $p3 = ''
