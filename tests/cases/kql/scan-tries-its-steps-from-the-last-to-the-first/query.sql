WITH RECURSIVE r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Ts_1 AS BIGINT) AS Ts_1,
    CAST(Event_2 AS TEXT) AS Event_2
  FROM (VALUES
    (CAST(0 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(600000000 AS BIGINT), CAST($p2 AS TEXT)),
    (CAST(1200000000 AS BIGINT), CAST($p3 AS TEXT)),
    (CAST(1800000000 AS BIGINT), CAST($p4 AS TEXT)),
    (CAST(2400000000 AS BIGINT), CAST($p5 AS TEXT)),
    (CAST(3600000000 AS BIGINT), CAST($p6 AS TEXT)),
    (CAST(4800000000 AS BIGINT), CAST($p2 AS TEXT)),
    (CAST(6600000000 AS BIGINT), CAST($p7 AS TEXT)),
    (CAST(7200000000 AS BIGINT), CAST($p5 AS TEXT))) AS given(Ts_1, Event_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    Ts_1,
    Event_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Ts_1,
    Event_2
  FROM r2
  ORDER BY
    Ts_1 ASC NULLS FIRST,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    Ts_1,
    Event_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    Ts_1,
    Event_2,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_3,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    Ts_1,
    Event_2,
    place_3
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    Ts_1,
    Event_2,
    place_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS MATERIALIZED (
  SELECT
    Ts_1,
    Event_2,
    place_3,
    row_position,
    MIN(row_position) OVER () AS row_group,
    ROW_NUMBER() OVER (ORDER BY row_position) AS row_place
  FROM r7
), r9 AS (
  SELECT DISTINCT
    row_group,
    CAST(0 AS BIGINT) AS row_place,
    CAST(NULL AS BIGINT) AS s1_s1_Ts_4,
    FALSE AS s1_active_5,
    CAST(NULL AS BIGINT) AS s1_match_6,
    CAST(NULL AS BIGINT) AS s2_s1_Ts_7,
    FALSE AS s2_active_8,
    CAST(NULL AS BIGINT) AS s2_match_9,
    CAST(NULL AS BIGINT) AS s3_s1_Ts_10,
    FALSE AS s3_active_11,
    CAST(NULL AS BIGINT) AS s3_match_12,
    CAST(0 AS BIGINT) AS matches_13,
    CAST(NULL AS BOOLEAN) AS s3_hit_14,
    CAST(NULL AS BIGINT) AS s3_match_15,
    CAST(NULL AS BOOLEAN) AS s2_hit_16,
    CAST(NULL AS BIGINT) AS s2_match_17,
    CAST(NULL AS BOOLEAN) AS s1_hit_18,
    CAST(NULL AS BIGINT) AS s1_match_19
  FROM r8
  UNION ALL
  SELECT
    row_group,
    row_place,
    after_20 AS s1_s1_Ts_4,
    after_21 AS s1_active_5,
    after_22 AS s1_match_6,
    after_23 AS s2_s1_Ts_7,
    after_24 AS s2_active_8,
    after_25 AS s2_match_9,
    after_26 AS s3_s1_Ts_10,
    after_27 AS s3_active_11,
    after_28 AS s3_match_12,
    after_29 AS matches_13,
    s3_hit_14,
    s3_match_15,
    s2_hit_16,
    s2_match_17,
    s1_hit_18,
    s1_match_19
  FROM (
    SELECT
      *,
      c_45 AS after_20,
      s1_active_44 AS after_21,
      s1_match_19 AS after_22,
      c_39 AS after_23,
      s2_active_38 AS after_24,
      s2_match_17 AS after_25,
      c_33 AS after_26,
      s3_active_32 AS after_27,
      s3_match_15 AS after_28,
      s1_count_46 AS after_29
    FROM (
      SELECT
        *,
        c_41 OR s1_hit_18 AS s1_active_44,
        CASE WHEN s1_hit_18 THEN Ts_1 ELSE c_40 END AS c_45,
        CASE WHEN s1_hit_18 AND NOT c_41 THEN matches_13 ELSE s1_match_6 END AS s1_match_19,
        CAST((
          (
            (
              CAST(matches_13 AS INT128) + CASE WHEN s1_hit_18 AND NOT c_41 THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
            ) + 9223372036854775808
          ) & 18446744073709551615
        ) - 9223372036854775808 AS BIGINT) AS s1_count_46
      FROM (
        SELECT
          *,
          s1_promoted_42 OR s1_goes_on_43 AS s1_hit_18
        FROM (
          SELECT
            *,
            FALSE AS s1_promoted_42,
            COALESCE(Event_2 = CAST($p2 AS TEXT), FALSE) AS s1_goes_on_43
          FROM (
            SELECT
              *,
              c_35 OR s2_hit_16 AS s2_active_38,
              CASE WHEN s2_promoted_36 THEN s1_s1_Ts_4 ELSE c_34 END AS c_39,
              CASE WHEN s2_promoted_36 THEN s1_match_6 ELSE s2_match_9 END AS s2_match_17,
              CASE WHEN s2_promoted_36 THEN CAST(NULL AS BIGINT) ELSE s1_s1_Ts_4 END AS c_40,
              s1_active_5 AND NOT s2_promoted_36 AS c_41
            FROM (
              SELECT
                *,
                s2_promoted_36 OR s2_goes_on_37 AS s2_hit_16
              FROM (
                SELECT
                  *,
                  s1_active_5
                  AND COALESCE(
                    (
                      NOT (
                        Event_2 = CAST($p2 AS TEXT)
                      )
                      AND NOT (
                        Event_2 = CAST($p5 AS TEXT)
                      )
                      AND CAST((
                        (
                          (
                            CAST(Ts_1 AS INT128) - s1_s1_Ts_4
                          ) + 9223372036854775808
                        ) & 18446744073709551615
                      ) - 9223372036854775808 AS BIGINT) <= CAST(3000000000 AS BIGINT)
                    ),
                    FALSE
                  ) AS s2_promoted_36,
                  NOT (
                    s1_active_5
                    AND COALESCE(
                      (
                        NOT (
                          Event_2 = CAST($p2 AS TEXT)
                        )
                        AND NOT (
                          Event_2 = CAST($p5 AS TEXT)
                        )
                        AND CAST((
                          (
                            (
                              CAST(Ts_1 AS INT128) - s1_s1_Ts_4
                            ) + 9223372036854775808
                          ) & 18446744073709551615
                        ) - 9223372036854775808 AS BIGINT) <= CAST(3000000000 AS BIGINT)
                      ),
                      FALSE
                    )
                  )
                  AND (
                    c_35
                    AND COALESCE(
                      (
                        NOT (
                          Event_2 = CAST($p2 AS TEXT)
                        )
                        AND NOT (
                          Event_2 = CAST($p5 AS TEXT)
                        )
                        AND CAST((
                          (
                            (
                              CAST(Ts_1 AS INT128) - c_34
                            ) + 9223372036854775808
                          ) & 18446744073709551615
                        ) - 9223372036854775808 AS BIGINT) <= CAST(3000000000 AS BIGINT)
                      ),
                      FALSE
                    )
                  ) AS s2_goes_on_37
                FROM (
                  SELECT
                    *,
                    s3_active_11 OR s3_hit_14 AS s3_active_32,
                    CASE WHEN s3_promoted_30 THEN s2_s1_Ts_7 ELSE s3_s1_Ts_10 END AS c_33,
                    CASE WHEN s3_promoted_30 THEN s2_match_9 ELSE s3_match_12 END AS s3_match_15,
                    CASE WHEN s3_promoted_30 THEN CAST(NULL AS BIGINT) ELSE s2_s1_Ts_7 END AS c_34,
                    s2_active_8 AND NOT s3_promoted_30 AS c_35
                  FROM (
                    SELECT
                      *,
                      s3_promoted_30 OR s3_goes_on_31 AS s3_hit_14
                    FROM (
                      SELECT
                        *,
                        s2_active_8
                        AND COALESCE(
                          (
                            Event_2 = CAST($p5 AS TEXT)
                            AND CAST((
                              (
                                (
                                  CAST(Ts_1 AS INT128) - s2_s1_Ts_7
                                ) + 9223372036854775808
                              ) & 18446744073709551615
                            ) - 9223372036854775808 AS BIGINT) <= CAST(3000000000 AS BIGINT)
                          ),
                          FALSE
                        ) AS s3_promoted_30,
                        NOT (
                          s2_active_8
                          AND COALESCE(
                            (
                              Event_2 = CAST($p5 AS TEXT)
                              AND CAST((
                                (
                                  (
                                    CAST(Ts_1 AS INT128) - s2_s1_Ts_7
                                  ) + 9223372036854775808
                                ) & 18446744073709551615
                              ) - 9223372036854775808 AS BIGINT) <= CAST(3000000000 AS BIGINT)
                            ),
                            FALSE
                          )
                        )
                        AND (
                          s3_active_11
                          AND COALESCE(
                            (
                              Event_2 = CAST($p5 AS TEXT)
                              AND CAST((
                                (
                                  (
                                    CAST(Ts_1 AS INT128) - s3_s1_Ts_10
                                  ) + 9223372036854775808
                                ) & 18446744073709551615
                              ) - 9223372036854775808 AS BIGINT) <= CAST(3000000000 AS BIGINT)
                            ),
                            FALSE
                          )
                        ) AS s3_goes_on_31
                      FROM (
                        SELECT
                          placed.Ts_1,
                          placed.Event_2,
                          placed.place_3,
                          placed.row_group,
                          placed.row_place,
                          walked.s1_s1_Ts_4,
                          walked.s1_active_5,
                          walked.s1_match_6,
                          walked.s2_s1_Ts_7,
                          walked.s2_active_8,
                          walked.s2_match_9,
                          walked.s3_s1_Ts_10,
                          walked.s3_active_11,
                          walked.s3_match_12,
                          walked.matches_13
                        FROM r9 AS walked
                        JOIN r8 AS placed
                          ON placed.row_group = walked.row_group AND placed.row_place = walked.row_place + 1
                      ) AS stage0
                    ) AS stage1
                  ) AS stage2
                ) AS stage3
              ) AS stage4
            ) AS stage5
          ) AS stage6
        ) AS stage7
      ) AS stage8
    ) AS stage9
  ) AS staged
), r10 AS NOT MATERIALIZED (
  SELECT
    placed.Ts_1,
    placed.Event_2,
    placed.place_3,
    walked.s3_hit_14,
    walked.s3_match_15,
    walked.s2_hit_16,
    walked.s2_match_17,
    walked.s1_hit_18,
    walked.s1_match_19
  FROM r8 AS placed
  JOIN r9 AS walked
    ON placed.row_group = walked.row_group AND placed.row_place = walked.row_place
  ORDER BY
    placed.row_position
), r11 AS NOT MATERIALIZED (
  SELECT
    Ts_1,
    Event_2,
    place_3,
    s3_hit_14,
    s3_match_15,
    s2_hit_16,
    s2_match_17,
    s1_hit_18,
    s1_match_19
  FROM r10
  WHERE
    s3_hit_14
), r12 AS NOT MATERIALIZED (
  SELECT
    Ts_1,
    Event_2,
    place_3,
    s3_hit_14,
    s3_match_15,
    s2_hit_16,
    s2_match_17,
    s1_hit_18,
    s1_match_19
  FROM r10
  WHERE
    s2_hit_16
), r13 AS NOT MATERIALIZED (
  SELECT
    Ts_1,
    Event_2,
    place_3,
    s3_hit_14,
    s3_match_15,
    s2_hit_16,
    s2_match_17,
    s1_hit_18,
    s1_match_19
  FROM r10
  WHERE
    s1_hit_18
), r14 AS NOT MATERIALIZED (
  SELECT
    CAST(Ts_1 AS BIGINT) AS Ts_47,
    CAST(Event_2 AS TEXT) AS Event_48,
    CAST(s3_match_15 AS BIGINT) AS Match_49,
    CAST(place_3 AS BIGINT) AS place_50,
    CAST(-2 AS BIGINT) AS step_51
  FROM r11
  UNION ALL
  SELECT
    CAST(Ts_1 AS BIGINT) AS Ts_47,
    CAST(Event_2 AS TEXT) AS Event_48,
    CAST(s2_match_17 AS BIGINT) AS Match_49,
    CAST(place_3 AS BIGINT) AS place_50,
    CAST(-1 AS BIGINT) AS step_51
  FROM r12
  UNION ALL
  SELECT
    CAST(Ts_1 AS BIGINT) AS Ts_47,
    CAST(Event_2 AS TEXT) AS Event_48,
    CAST(s1_match_19 AS BIGINT) AS Match_49,
    CAST(place_3 AS BIGINT) AS place_50,
    CAST(0 AS BIGINT) AS step_51
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    Ts_47,
    Event_48,
    Match_49,
    place_50,
    step_51,
    ROW_NUMBER() OVER () AS row_position
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    Ts_47,
    Event_48,
    Match_49,
    place_50,
    step_51
  FROM r15
  ORDER BY
    place_50 ASC,
    step_51 ASC,
    row_position
), r17 AS NOT MATERIALIZED (
  SELECT
    Ts_47,
    Event_48,
    Match_49
  FROM r16
)
SELECT
  Ts_47,
  Event_48,
  Match_49
FROM r17
-- $p1 = 'A'
-- $p2 = 'Start'
-- $p3 = 'B'
-- $p4 = 'D'
-- $p5 = 'Stop'
-- $p6 = 'C'
-- $p7 = 'E'
