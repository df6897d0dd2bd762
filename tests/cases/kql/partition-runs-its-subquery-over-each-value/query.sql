WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(host_1 AS TEXT) AS host_1,
    CAST(bytes_2 AS BIGINT) AS bytes_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(3 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(5 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(9 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST(2 AS BIGINT))) AS given(host_1, bytes_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    host_1,
    bytes_2,
    host_1 AS partition_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_1,
    bytes_2,
    partition_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    host_1,
    bytes_2,
    partition_3
  FROM r3
  ORDER BY
    partition_3 ASC NULLS FIRST,
    bytes_2 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    host_1,
    bytes_2,
    partition_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    host_1,
    bytes_2,
    partition_3,
    COUNT(*) OVER (
      PARTITION BY partition_3
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS row_number_4,
    LAG(bytes_2, CAST(1 AS BIGINT), CAST(NULL AS BIGINT)) OVER (
      PARTITION BY partition_3
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS prev_5,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    host_1,
    bytes_2,
    partition_3,
    row_number_4,
    prev_5
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    host_1,
    bytes_2,
    partition_3,
    row_number_4 AS rank_6,
    prev_5 AS before_7
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    host_1,
    bytes_2,
    partition_3,
    rank_6,
    before_7
  FROM r8
  WHERE
    rank_6 <= CAST(2 AS BIGINT)
), r10 AS NOT MATERIALIZED (
  SELECT
    bytes_2,
    rank_6,
    before_7,
    partition_3
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    bytes_2,
    rank_6,
    before_7
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    bytes_2,
    rank_6,
    before_7,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    bytes_2,
    rank_6,
    before_7
  FROM r12
  ORDER BY
    bytes_2 ASC NULLS FIRST,
    row_position
)
SELECT
  bytes_2,
  rank_6,
  before_7
FROM r13
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = ''
