WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Computer_1 AS TEXT) AS Computer_1,
    CAST(Bytes_2 AS BIGINT) AS Bytes_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(10 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST(20 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(5 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(7 AS BIGINT))) AS given(Computer_1, Bytes_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2
  FROM r2
  ORDER BY
    Computer_1 ASC NULLS FIRST,
    Bytes_2 ASC NULLS FIRST,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2,
    COUNT_IF(Bytes_2 IS NULL) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS count_true_3,
    SUM(CAST(Bytes_2 AS INT128)) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS sum_long_4,
    LAG(Computer_1, CAST(1 AS BIGINT), CAST($p3 AS TEXT)) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS prev_5,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2,
    count_true_3,
    sum_long_4,
    prev_5
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2,
    count_true_3,
    sum_long_4,
    prev_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2,
    count_true_3,
    sum_long_4,
    prev_5,
    COUNT_IF(NOT (
      Computer_1 = prev_5
    )) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS count_true_6,
    row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2,
    count_true_3,
    sum_long_4,
    prev_5,
    count_true_6
  FROM r8
  ORDER BY
    row_position
), r10 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2,
    count_true_3,
    sum_long_4,
    prev_5,
    count_true_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2,
    count_true_3,
    sum_long_4,
    prev_5,
    count_true_6,
    COUNT_IF(Bytes_2 IS NULL) OVER (
      PARTITION BY count_true_6
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS count_true_7,
    SUM(CAST(Bytes_2 AS INT128)) OVER (
      PARTITION BY count_true_6
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS sum_long_8,
    row_position
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2,
    count_true_3,
    sum_long_4,
    prev_5,
    count_true_6,
    count_true_7,
    sum_long_8
  FROM r11
  ORDER BY
    row_position
), r13 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Bytes_2,
    CAST((
      (
        COALESCE(sum_long_4, 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS Total_9,
    CAST((
      (
        COALESCE(sum_long_8, 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS Own_10
  FROM r12
)
SELECT
  Computer_1,
  Bytes_2,
  Total_9,
  Own_10
FROM r13
-- $p1 = 'web'
-- $p2 = 'db'
-- $p3 = ''
