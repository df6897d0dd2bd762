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
    CASE
      WHEN At_2 > CAST(639029952000000000 AS BIGINT)
      AND At_2 < (
        (
          CAST(639028224000000000 AS BIGINT) + (
            CAST(639029952000000000 AS BIGINT) - CAST(639028224000000000 AS BIGINT)
          ) - (
            (
              (
                CAST(639029952000000000 AS BIGINT) - CAST(639028224000000000 AS BIGINT)
              ) % CAST(864000000000 AS BIGINT)
            ) + CAST(864000000000 AS BIGINT)
          ) % CAST(864000000000 AS BIGINT)
        ) + CAST(864000000000 AS BIGINT)
      )
      THEN ERROR('not supported: KQL activity behind the end, in its bin')
      ELSE At_2 <= CAST(639029952000000000 AS BIGINT)
    END
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
), r6 AS NOT MATERIALIZED (
  SELECT
    bin_3 AS bin_4
  FROM r5
  GROUP BY
    1
), r7 AS NOT MATERIALIZED (
  SELECT
    MIN(bin_4) AS low_5,
    MAX(bin_4) AS high_6,
    COUNT(*) AS bins_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    MIN(low_5) AS low_8,
    MAX(high_6) AS high_9,
    MIN(bins_7) AS bins_10
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    COALESCE((
      high_9 - low_8
    ) // CAST(864000000000 AS BIGINT) + 1 = bins_10, TRUE) AS full_11
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    User_1,
    At_2,
    bin_3,
    full_11 AS full_12
  FROM r4
  INNER JOIN r9
    ON TRUE
), r11 AS NOT MATERIALIZED (
  SELECT
    User_1,
    At_2,
    bin_3,
    full_12
  FROM r10
  WHERE
    CASE
      WHEN full_12
      THEN TRUE
      ELSE ERROR('not supported: KQL bins without rows between others, in a plugin that counts')
    END
), r12 AS NOT MATERIALIZED (
  SELECT
    bin_3 AS At_15,
    COUNT(*) AS count_13,
    COUNT(DISTINCT User_1) AS dcount_14
  FROM r11
  GROUP BY
    1
), r13 AS NOT MATERIALIZED (
  SELECT
    User_1 AS User_17,
    MIN(bin_3) AS first_16
  FROM r11
  GROUP BY
    1
), r14 AS NOT MATERIALIZED (
  SELECT
    first_16 AS first_19,
    COUNT(*) AS new_18
  FROM r13
  GROUP BY
    1
), r15 AS NOT MATERIALIZED (
  SELECT
    At_15 AS At_20,
    count_13 AS count_21,
    dcount_14 AS dcount_22,
    new_18 AS new_23
  FROM r12
  LEFT OUTER JOIN r14
    ON At_15 IS NOT DISTINCT FROM first_19
), r16 AS NOT MATERIALIZED (
  SELECT
    At_20,
    count_21,
    dcount_22,
    COALESCE(new_23, CAST(0 AS BIGINT)) AS new_dcount_24
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    At_20,
    count_21,
    dcount_22,
    new_dcount_24
  FROM r16
  ORDER BY
    At_20 ASC,
    At_20 NULLS FIRST,
    count_21 NULLS FIRST,
    dcount_22 NULLS FIRST,
    new_dcount_24 NULLS FIRST
), r18 AS NOT MATERIALIZED (
  SELECT
    At_20,
    count_21,
    dcount_22,
    new_dcount_24,
    ROW_NUMBER() OVER () AS row_position
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    At_20,
    count_21,
    dcount_22,
    new_dcount_24,
    SUM(new_dcount_24) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS total_25,
    row_position
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    At_20,
    count_21,
    dcount_22,
    new_dcount_24,
    total_25
  FROM r19
  ORDER BY
    row_position
), r21 AS NOT MATERIALIZED (
  SELECT
    At_20,
    count_21,
    dcount_22,
    new_dcount_24,
    TRY_CAST(total_25 AS BIGINT) AS aggregated_dcount_26
  FROM r20
)
SELECT
  At_20,
  count_21,
  dcount_22,
  new_dcount_24,
  aggregated_dcount_26
FROM r21
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'c'
