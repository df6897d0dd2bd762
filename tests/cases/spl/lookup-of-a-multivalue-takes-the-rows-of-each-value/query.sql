WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3
  FROM r1
  WHERE
    NOT id_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_4,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    position_4
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_4,
    row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    position_4
  FROM r9
  ORDER BY
    row_position
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    position_4,
    UNNEST(groups_3) AS key_5
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    position_4,
    key_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    position_4,
    key_5,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS turn_6,
    row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    position_4,
    key_5,
    turn_6
  FROM r13
  ORDER BY
    row_position
), r15 AS NOT MATERIALIZED (
  SELECT
    position_4 AS owner_7,
    turn_6,
    key_5
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    colour_8,
    hex_9
  FROM table2
), r17 AS NOT MATERIALIZED (
  SELECT
    NULLIF(colour_8, CAST($p1 AS TEXT)) AS colour_10,
    NULLIF(hex_9, CAST($p1 AS TEXT)) AS hex_11
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    colour_10,
    hex_11,
    ROW_NUMBER() OVER () AS row_position
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    colour_10,
    hex_11,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_12,
    row_position
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    colour_10,
    hex_11,
    position_12
  FROM r19
  ORDER BY
    row_position
), r21 AS NOT MATERIALIZED (
  SELECT
    key_5 AS key_13,
    owner_7 AS owner_14,
    turn_6 AS turn_15,
    colour_10 AS colour_16,
    hex_11 AS hex_17,
    position_12 AS place_18
  FROM r15
  INNER JOIN r20
    ON CAST(1 AS BIGINT) IS NOT DISTINCT FROM CAST(1 AS BIGINT)
), r22 AS NOT MATERIALIZED (
  SELECT
    key_13,
    owner_14,
    turn_15,
    colour_16,
    hex_17,
    place_18
  FROM r21
  WHERE
    key_13 = colour_16
), r23 AS NOT MATERIALIZED (
  SELECT
    key_13,
    owner_14,
    turn_15,
    colour_16,
    hex_17,
    place_18
  FROM r22
  ORDER BY
    owner_14 ASC,
    turn_15 ASC,
    place_18 ASC,
    key_13 NULLS FIRST,
    owner_14 NULLS FIRST,
    turn_15 NULLS FIRST,
    colour_16 NULLS FIRST,
    hex_17 NULLS FIRST,
    place_18 NULLS FIRST
), r24 AS NOT MATERIALIZED (
  SELECT
    key_13,
    owner_14,
    turn_15,
    colour_16,
    hex_17,
    place_18,
    ROW_NUMBER() OVER () AS row_position
  FROM r23
), r25 AS NOT MATERIALIZED (
  SELECT
    key_13,
    owner_14,
    turn_15,
    colour_16,
    hex_17,
    place_18,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY owner_14 ORDER BY row_position) AS rank_in_group
  FROM r24
), r26 AS NOT MATERIALIZED (
  SELECT
    key_13,
    owner_14,
    turn_15,
    colour_16,
    hex_17,
    place_18
  FROM r25
  WHERE
    rank_in_group <= 1000
  ORDER BY
    row_position
), r27 AS NOT MATERIALIZED (
  SELECT
    key_13,
    owner_14,
    turn_15,
    colour_16,
    hex_17,
    place_18,
    ROW_NUMBER() OVER () AS row_position
  FROM r26
), r28 AS NOT MATERIALIZED (
  SELECT
    owner_14 AS owner_20,
    ARRAY_AGG(hex_17 ORDER BY row_position) FILTER(WHERE
      NOT hex_17 IS NULL) AS hex_19
  FROM r27
  GROUP BY
    1
), r29 AS NOT MATERIALIZED (
  SELECT
    owner_20,
    hex_19,
    CAST(1 AS BIGINT) AS found_21
  FROM r28
), r30 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_22,
    id_2 AS id_23,
    groups_3 AS groups_24,
    hex_19 AS hex_25,
    position_4 AS position_26
  FROM r7
  LEFT OUTER JOIN r29
    ON position_4 IS NOT DISTINCT FROM owner_20
), r31 AS NOT MATERIALIZED (
  SELECT
    _time_22,
    id_23,
    groups_24,
    hex_25,
    position_26
  FROM r30
  ORDER BY
    position_26 ASC,
    _time_22 NULLS FIRST,
    id_23 NULLS FIRST,
    groups_24 NULLS FIRST,
    hex_25 NULLS FIRST,
    position_26 NULLS FIRST
), r32 AS NOT MATERIALIZED (
  SELECT
    _time_22,
    id_23,
    groups_24,
    hex_25
  FROM r31
), r33 AS NOT MATERIALIZED (
  SELECT
    id_23,
    groups_24,
    hex_25
  FROM r32
)
SELECT
  id_23,
  groups_24,
  hex_25
FROM r33
-- $p1 = ''
