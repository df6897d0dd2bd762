WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(User_1 AS TEXT) AS User_1,
    CAST(At_2 AS BIGINT) AS At_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(639028224000000000 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(639028584000000000 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST(639029088000000000 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST(639029124000000000 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST(639029952000000000 AS BIGINT))) AS given(User_1, At_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    User_1,
    At_2
  FROM r1
  WHERE
    At_2 <= CAST(639029952000000000 AS BIGINT)
), r3 AS NOT MATERIALIZED (
  SELECT
    User_1,
    At_2
  FROM r2
  WHERE
    At_2 >= CAST(639028224000000000 AS BIGINT)
), r4 AS NOT MATERIALIZED (
  SELECT
    User_1,
    At_2,
    CAST(639028224000000000 AS BIGINT) + (
      At_2 - CAST(639028224000000000 AS BIGINT)
    ) - (
      (
        (
          At_2 - CAST(639028224000000000 AS BIGINT)
        ) % CAST(864000000000 AS BIGINT)
      ) + CAST(864000000000 AS BIGINT)
    ) % CAST(864000000000 AS BIGINT) AS bin_3
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    bin_3 AS At_6,
    COUNT(*) AS count_4,
    COUNT(DISTINCT User_1) AS dcount_5
  FROM r4
  GROUP BY
    1
), r6 AS NOT MATERIALIZED (
  SELECT
    User_1 AS User_8,
    MIN(bin_3) AS first_7
  FROM r4
  GROUP BY
    1
), r7 AS NOT MATERIALIZED (
  SELECT
    first_7 AS first_10,
    COUNT(*) AS new_9
  FROM r6
  GROUP BY
    1
), r8 AS NOT MATERIALIZED (
  SELECT
    At_6 AS At_11,
    count_4 AS count_12,
    dcount_5 AS dcount_13,
    new_9 AS new_14
  FROM r5
  LEFT OUTER JOIN r7
    ON At_6 IS NOT DISTINCT FROM first_10
), r9 AS NOT MATERIALIZED (
  SELECT
    At_11,
    count_12,
    dcount_13,
    COALESCE(new_14, CAST(0 AS BIGINT)) AS new_dcount_15
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    At_11,
    count_12,
    dcount_13,
    new_dcount_15
  FROM r9
  ORDER BY
    At_11 ASC,
    At_11 NULLS FIRST,
    count_12 NULLS FIRST,
    dcount_13 NULLS FIRST,
    new_dcount_15 NULLS FIRST
), r11 AS NOT MATERIALIZED (
  SELECT
    At_11,
    count_12,
    dcount_13,
    new_dcount_15,
    ROW_NUMBER() OVER () AS row_position
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    At_11,
    count_12,
    dcount_13,
    new_dcount_15,
    SUM(new_dcount_15) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS total_16,
    row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    At_11,
    count_12,
    dcount_13,
    new_dcount_15,
    total_16
  FROM r12
  ORDER BY
    row_position
), r14 AS NOT MATERIALIZED (
  SELECT
    At_11,
    count_12,
    dcount_13,
    new_dcount_15,
    TRY_CAST(total_16 AS BIGINT) AS aggregated_dcount_17
  FROM r13
)
SELECT
  At_11,
  count_12,
  dcount_13,
  new_dcount_15,
  aggregated_dcount_17
FROM r14
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'c'
