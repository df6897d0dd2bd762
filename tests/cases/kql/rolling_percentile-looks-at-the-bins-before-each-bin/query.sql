WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(i_1 AS BIGINT) AS i_1
  FROM (VALUES
    (CAST(0 AS BIGINT)),
    (CAST(1 AS BIGINT)),
    (CAST(2 AS BIGINT)),
    (CAST(3 AS BIGINT)),
    (CAST(4 AS BIGINT)),
    (CAST(5 AS BIGINT)),
    (CAST(6 AS BIGINT)),
    (CAST(7 AS BIGINT)),
    (CAST(8 AS BIGINT)),
    (CAST(9 AS BIGINT)),
    (CAST(10 AS BIGINT)),
    (CAST(11 AS BIGINT)),
    (CAST(12 AS BIGINT)),
    (CAST(13 AS BIGINT)),
    (CAST(14 AS BIGINT)),
    (CAST(15 AS BIGINT)),
    (CAST(16 AS BIGINT)),
    (CAST(17 AS BIGINT)),
    (CAST(18 AS BIGINT)),
    (CAST(19 AS BIGINT)),
    (CAST(20 AS BIGINT)),
    (CAST(21 AS BIGINT)),
    (CAST(22 AS BIGINT)),
    (CAST(23 AS BIGINT)),
    (CAST(24 AS BIGINT)),
    (CAST(25 AS BIGINT)),
    (CAST(26 AS BIGINT)),
    (CAST(27 AS BIGINT)),
    (CAST(28 AS BIGINT)),
    (CAST(29 AS BIGINT)),
    (CAST(30 AS BIGINT)),
    (CAST(31 AS BIGINT)),
    (CAST(32 AS BIGINT)),
    (CAST(33 AS BIGINT)),
    (CAST(34 AS BIGINT)),
    (CAST(35 AS BIGINT)),
    (CAST(36 AS BIGINT)),
    (CAST(37 AS BIGINT)),
    (CAST(38 AS BIGINT)),
    (CAST(39 AS BIGINT)),
    (CAST(40 AS BIGINT)),
    (CAST(41 AS BIGINT)),
    (CAST(42 AS BIGINT)),
    (CAST(43 AS BIGINT)),
    (CAST(44 AS BIGINT)),
    (CAST(45 AS BIGINT)),
    (CAST(46 AS BIGINT)),
    (CAST(47 AS BIGINT)),
    (CAST(48 AS BIGINT)),
    (CAST(49 AS BIGINT)),
    (CAST(50 AS BIGINT)),
    (CAST(51 AS BIGINT)),
    (CAST(52 AS BIGINT)),
    (CAST(53 AS BIGINT)),
    (CAST(54 AS BIGINT)),
    (CAST(55 AS BIGINT)),
    (CAST(56 AS BIGINT)),
    (CAST(57 AS BIGINT)),
    (CAST(58 AS BIGINT)),
    (CAST(59 AS BIGINT)),
    (CAST(60 AS BIGINT)),
    (CAST(61 AS BIGINT)),
    (CAST(62 AS BIGINT)),
    (CAST(63 AS BIGINT)),
    (CAST(64 AS BIGINT)),
    (CAST(65 AS BIGINT)),
    (CAST(66 AS BIGINT)),
    (CAST(67 AS BIGINT)),
    (CAST(68 AS BIGINT)),
    (CAST(69 AS BIGINT)),
    (CAST(70 AS BIGINT)),
    (CAST(71 AS BIGINT)),
    (CAST(72 AS BIGINT)),
    (CAST(73 AS BIGINT)),
    (CAST(74 AS BIGINT)),
    (CAST(75 AS BIGINT)),
    (CAST(76 AS BIGINT)),
    (CAST(77 AS BIGINT)),
    (CAST(78 AS BIGINT)),
    (CAST(79 AS BIGINT)),
    (CAST(80 AS BIGINT)),
    (CAST(81 AS BIGINT)),
    (CAST(82 AS BIGINT)),
    (CAST(83 AS BIGINT)),
    (CAST(84 AS BIGINT)),
    (CAST(85 AS BIGINT)),
    (CAST(86 AS BIGINT)),
    (CAST(87 AS BIGINT)),
    (CAST(88 AS BIGINT)),
    (CAST(89 AS BIGINT)),
    (CAST(90 AS BIGINT)),
    (CAST(91 AS BIGINT)),
    (CAST(92 AS BIGINT)),
    (CAST(93 AS BIGINT)),
    (CAST(94 AS BIGINT)),
    (CAST(95 AS BIGINT))) AS given(i_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CAST((
            (
              (
                CAST(CAST(36000000000 AS BIGINT) AS INT128) * i_1
              ) + 9223372036854775808
            ) & 18446744073709551615
          ) - 9223372036854775808 AS BIGINT)
        ],
        LAMBDA given1 : CASE
          WHEN (
            CAST(CAST(639028224000000000 AS BIGINT) AS INT128) + given1
          ) BETWEEN 0 AND 3155378975999999999
          THEN CAST((
            CAST(CAST(639028224000000000 AS BIGINT) AS INT128) + given1
          ) AS BIGINT)
        END
      ),
      1
    ) AS At_2,
    CAST((
      (
        (
          CAST(i_1 AS INT128) + CAST(1 AS BIGINT)
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS Value_3,
    CAST((
      CAST(i_1 AS INT128) % NULLIF(CAST(2 AS BIGINT), 0) + ABS(CAST(CAST(2 AS BIGINT) AS INT128))
    ) % ABS(CAST(NULLIF(CAST(2 AS BIGINT), 0) AS INT128)) AS BIGINT) AS Odd_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    At_2,
    Value_3,
    Odd_4,
    CAST(0 AS BIGINT) + (
      At_2 - CAST(0 AS BIGINT)
    ) - (
      (
        (
          At_2 - CAST(0 AS BIGINT)
        ) % CAST(864000000000 AS BIGINT)
      ) + CAST(864000000000 AS BIGINT)
    ) % CAST(864000000000 AS BIGINT) AS bin_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    At_2,
    Value_3,
    Odd_4,
    CAST(0 AS BIGINT) + (
      At_2 - CAST(0 AS BIGINT)
    ) - (
      (
        (
          At_2 - CAST(0 AS BIGINT)
        ) % CAST(864000000000 AS BIGINT)
      ) + CAST(864000000000 AS BIGINT)
    ) % CAST(864000000000 AS BIGINT) AS bin_5
  FROM r2
), r5 AS NOT MATERIALIZED (
  SELECT
    Odd_4 AS Odd_6,
    bin_5 AS bin_7
  FROM r4
  GROUP BY
    1,
    2
), r6 AS NOT MATERIALIZED (
  SELECT
    Odd_6 AS Odd_11,
    MIN(bin_7) AS low_8,
    MAX(bin_7) AS high_9,
    COUNT(*) AS bins_10
  FROM r5
  GROUP BY
    1
), r7 AS NOT MATERIALIZED (
  SELECT
    MIN(low_8) AS low_12,
    MAX(high_9) AS high_13,
    MIN(bins_10) AS bins_14
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    COALESCE((
      high_13 - low_12
    ) // CAST(864000000000 AS BIGINT) + 1 = bins_14, TRUE) AS full_15
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    At_2,
    Value_3,
    Odd_4,
    bin_5,
    full_15 AS full_16
  FROM r3
  INNER JOIN r8
    ON TRUE
), r10 AS NOT MATERIALIZED (
  SELECT
    At_2,
    Value_3,
    Odd_4,
    bin_5,
    full_16
  FROM r9
  WHERE
    CASE
      WHEN full_16
      THEN TRUE
      ELSE ERROR('not supported: KQL bins without rows between others, in a plugin that counts')
    END
), r11 AS NOT MATERIALIZED (
  SELECT
    At_2,
    Value_3,
    Odd_4,
    bin_5,
    full_16,
    UNNEST(
      LIST_TRANSFORM(
        RANGE(0, CAST(2 AS BIGINT)),
        LAMBDA step : CAST(bin_5 + step * CAST(864000000000 AS BIGINT) AS TEXT)
      )
    ) AS bin_17
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    At_2,
    Value_3,
    Odd_4,
    bin_5,
    full_16,
    CAST(bin_17 AS BIGINT) AS bin_18
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    bin_5 AS bin_19,
    Odd_4 AS Odd_20
  FROM r10
  GROUP BY
    1,
    2
), r14 AS NOT MATERIALIZED (
  SELECT
    At_2,
    Value_3,
    Odd_4,
    bin_5,
    full_16,
    bin_18
  FROM r12
  SEMI JOIN r13
    ON bin_18 IS NOT DISTINCT FROM bin_19 AND Odd_4 IS NOT DISTINCT FROM Odd_20
), r15 AS NOT MATERIALIZED (
  SELECT
    bin_18 AS At_22,
    Odd_4 AS Odd_23,
    QUANTILE_DISC(Value_3, 0.5e0) AS rolling_2_percentile_Value_50_21
  FROM r14
  GROUP BY
    1,
    2
)
SELECT
  At_22,
  Odd_23,
  rolling_2_percentile_Value_50_21
FROM r15
ORDER BY
  At_22,
  Odd_23,
  rolling_2_percentile_Value_50_21
