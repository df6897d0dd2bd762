WITH RECURSIVE r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Ts_1 AS BIGINT) AS Ts_1,
    CAST(Event_2 AS TEXT) AS Event_2
  FROM (VALUES
    (CAST(0 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(600000000 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(1200000000 AS BIGINT), CAST($p2 AS TEXT)),
    (CAST(19200000000 AS BIGINT), CAST($p2 AS TEXT)),
    (CAST(21600000000 AS BIGINT), CAST($p3 AS TEXT)),
    (CAST(45000000000 AS BIGINT), CAST($p1 AS TEXT))) AS given(Ts_1, Event_2)
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
    CAST(NULL AS BIGINT) AS inside_inside_Since_4,
    FALSE AS inside_active_5,
    CAST(NULL AS BIGINT) AS inside_match_6,
    CAST(NULL AS BIGINT) AS over_inside_Since_7,
    FALSE AS over_active_8,
    CAST(NULL AS BIGINT) AS over_match_9,
    CAST(0 AS BIGINT) AS matches_10,
    CAST(NULL AS BOOLEAN) AS over_hit_11,
    CAST(NULL AS BIGINT) AS over_match_12,
    CAST(NULL AS BOOLEAN) AS inside_hit_13,
    CAST(NULL AS BIGINT) AS inside_c_Since_14,
    CAST(NULL AS BIGINT) AS inside_match_15
  FROM r8
  UNION ALL
  SELECT
    row_group,
    row_place,
    after_16 AS inside_inside_Since_4,
    after_17 AS inside_active_5,
    after_18 AS inside_match_6,
    after_19 AS over_inside_Since_7,
    after_20 AS over_active_8,
    after_21 AS over_match_9,
    after_22 AS matches_10,
    over_hit_11,
    over_match_12,
    inside_hit_13,
    inside_c_Since_14,
    inside_match_15
  FROM (
    SELECT
      *,
      c_32 AS after_16,
      inside_active_31 AS after_17,
      inside_match_15 AS after_18,
      c_26 AS after_19,
      over_active_25 AS after_20,
      over_match_12 AS after_21,
      inside_count_33 AS after_22
    FROM (
      SELECT
        *,
        c_28 OR inside_hit_13 AS inside_active_31,
        CASE WHEN inside_hit_13 THEN inside_c_Since_14 ELSE c_27 END AS c_32,
        CASE WHEN inside_hit_13 AND NOT c_28 THEN matches_10 ELSE inside_match_6 END AS inside_match_15,
        CAST((
          (
            (
              CAST(matches_10 AS INT128) + CASE
                WHEN inside_hit_13 AND NOT c_28
                THEN CAST(1 AS BIGINT)
                ELSE CAST(0 AS BIGINT)
              END
            ) + 9223372036854775808
          ) & 18446744073709551615
        ) - 9223372036854775808 AS BIGINT) AS inside_count_33
      FROM (
        SELECT
          *,
          inside_promoted_29 OR inside_goes_on_30 AS inside_hit_13,
          CASE WHEN c_27 IS NULL THEN Ts_1 ELSE c_27 END AS inside_c_Since_14
        FROM (
          SELECT
            *,
            FALSE AS inside_promoted_29,
            COALESCE(TRUE, FALSE) AS inside_goes_on_30
          FROM (
            SELECT
              *,
              over_active_8 OR over_hit_11 AS over_active_25,
              CASE WHEN over_promoted_23 THEN inside_inside_Since_4 ELSE over_inside_Since_7 END AS c_26,
              CASE WHEN over_promoted_23 THEN inside_match_6 ELSE over_match_9 END AS over_match_12,
              CASE WHEN over_promoted_23 THEN CAST(NULL AS BIGINT) ELSE inside_inside_Since_4 END AS c_27,
              inside_active_5 AND NOT over_promoted_23 AS c_28
            FROM (
              SELECT
                *,
                over_promoted_23 OR over_goes_on_24 AS over_hit_11
              FROM (
                SELECT
                  *,
                  inside_active_5
                  AND COALESCE(
                    CAST((
                      (
                        (
                          CAST(Ts_1 AS INT128) - inside_inside_Since_4
                        ) + 9223372036854775808
                      ) & 18446744073709551615
                    ) - 9223372036854775808 AS BIGINT) > CAST(18000000000 AS BIGINT),
                    FALSE
                  ) AS over_promoted_23,
                  NOT (
                    inside_active_5
                    AND COALESCE(
                      CAST((
                        (
                          (
                            CAST(Ts_1 AS INT128) - inside_inside_Since_4
                          ) + 9223372036854775808
                        ) & 18446744073709551615
                      ) - 9223372036854775808 AS BIGINT) > CAST(18000000000 AS BIGINT),
                      FALSE
                    )
                  )
                  AND (
                    over_active_8
                    AND COALESCE(
                      CAST((
                        (
                          (
                            CAST(Ts_1 AS INT128) - over_inside_Since_7
                          ) + 9223372036854775808
                        ) & 18446744073709551615
                      ) - 9223372036854775808 AS BIGINT) > CAST(18000000000 AS BIGINT),
                      FALSE
                    )
                  ) AS over_goes_on_24
                FROM (
                  SELECT
                    placed.Ts_1,
                    placed.Event_2,
                    placed.place_3,
                    placed.row_group,
                    placed.row_place,
                    walked.inside_inside_Since_4,
                    walked.inside_active_5,
                    walked.inside_match_6,
                    walked.over_inside_Since_7,
                    walked.over_active_8,
                    walked.over_match_9,
                    walked.matches_10
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
  ) AS staged
), r10 AS NOT MATERIALIZED (
  SELECT
    placed.Ts_1,
    placed.Event_2,
    placed.place_3,
    walked.over_hit_11,
    walked.over_match_12,
    walked.inside_hit_13,
    walked.inside_c_Since_14,
    walked.inside_match_15
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
    over_hit_11,
    over_match_12,
    inside_hit_13,
    inside_c_Since_14,
    inside_match_15
  FROM r10
  WHERE
    inside_hit_13
), r12 AS NOT MATERIALIZED (
  SELECT
    CAST(Ts_1 AS BIGINT) AS Ts_34,
    CAST(Event_2 AS TEXT) AS Event_35,
    CAST(inside_c_Since_14 AS BIGINT) AS Since_36,
    CAST(inside_match_15 AS BIGINT) AS Session_37,
    CAST(place_3 AS BIGINT) AS place_38,
    CAST(0 AS BIGINT) AS step_39
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    Ts_34,
    Event_35,
    Since_36,
    Session_37,
    place_38,
    step_39,
    ROW_NUMBER() OVER () AS row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    Ts_34,
    Event_35,
    Since_36,
    Session_37,
    place_38,
    step_39
  FROM r13
  ORDER BY
    place_38 ASC,
    step_39 ASC,
    row_position
), r15 AS NOT MATERIALIZED (
  SELECT
    Ts_34,
    Event_35,
    Since_36,
    Session_37
  FROM r14
)
SELECT
  Ts_34,
  Event_35,
  Since_36,
  Session_37
FROM r15
-- $p1 = 'A'
-- $p2 = 'B'
-- $p3 = 'C'
