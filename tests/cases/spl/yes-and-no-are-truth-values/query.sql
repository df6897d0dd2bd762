WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(k_2 AS TEXT) AS k_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT))) AS given(_time_1, k_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2
  FROM r1
  WHERE
    NOT k_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    k_2 AS k_4,
    CAST(COUNT(*) AS DOUBLE) AS count_3
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    k_4,
    count_3,
    ROW_NUMBER() OVER (ORDER BY k_4, count_3) AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    k_4,
    count_3,
    SUM(count_3) OVER () AS total_5,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    k_4,
    count_3,
    total_5
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    k_4,
    count_3,
    total_5
  FROM r6
  ORDER BY
    count_3 DESC,
    k_4 DESC,
    k_4 NULLS FIRST,
    count_3 NULLS FIRST,
    total_5 NULLS FIRST
), r8 AS NOT MATERIALIZED (
  SELECT
    k_4,
    count_3,
    total_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    k_4,
    count_3,
    total_5,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS rank_6,
    row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    k_4,
    count_3,
    total_5,
    rank_6
  FROM r9
  ORDER BY
    row_position
), r11 AS NOT MATERIALIZED (
  SELECT
    k_4,
    count_3,
    total_5,
    rank_6
  FROM r10
  WHERE
    rank_6 <= CAST(1 AS BIGINT)
), r12 AS NOT MATERIALIZED (
  SELECT
    k_4,
    count_3,
    total_5,
    rank_6
  FROM r10
  WHERE
    rank_6 > CAST(1 AS BIGINT)
), r13 AS NOT MATERIALIZED (
  SELECT
    SUM(count_3) AS count_7,
    MAX(total_5) AS total_8,
    MAX(rank_6) AS rank_9
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    count_7,
    total_8,
    rank_9
  FROM r13
  WHERE
    NOT count_7 IS NULL
), r15 AS NOT MATERIALIZED (
  SELECT
    CAST(k_4 AS TEXT) AS k_10,
    CAST(count_3 AS DOUBLE) AS count_11,
    CAST(total_5 AS DOUBLE) AS total_12,
    CAST(rank_6 AS BIGINT) AS rank_13
  FROM r11
  UNION ALL
  SELECT
    CAST($p3 AS TEXT) AS k_10,
    CAST(count_7 AS DOUBLE) AS count_11,
    CAST(total_8 AS DOUBLE) AS total_12,
    CAST(rank_9 AS BIGINT) AS rank_13
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    k_10,
    count_11,
    total_12,
    rank_13,
    ROW_NUMBER() OVER () AS row_position
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    k_10,
    count_11,
    total_12,
    rank_13
  FROM r16
  ORDER BY
    rank_13 ASC,
    row_position
), r18 AS NOT MATERIALIZED (
  SELECT
    k_10,
    count_11
  FROM r17
)
SELECT
  k_10,
  count_11
FROM r18
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'OTHER'
