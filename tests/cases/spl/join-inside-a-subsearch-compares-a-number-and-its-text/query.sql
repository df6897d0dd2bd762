WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    index_2,
    host_3,
    pid_4,
    Image_5,
    ids_6
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    index_2,
    host_3,
    pid_4,
    Image_5,
    ids_6
  FROM r1
  WHERE
    LOWER(index_2) = CAST($p1 AS TEXT)
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    index_2,
    host_3,
    pid_4,
    Image_5,
    ids_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    index_2,
    host_3,
    pid_4,
    Image_5,
    ids_6
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    index_2,
    host_3,
    pid_4,
    Image_5,
    ids_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    index_2,
    host_3,
    pid_4,
    Image_5,
    ids_6,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_7,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    index_2,
    host_3,
    pid_4,
    Image_5,
    ids_6,
    position_7
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    index_9,
    host_10,
    pid_11,
    Image_12,
    ids_13
  FROM table2
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    index_9,
    host_10,
    pid_11,
    Image_12,
    ids_13
  FROM r8
  WHERE
    LOWER(index_9) = CAST($p2 AS TEXT)
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    index_9,
    host_10,
    pid_11,
    Image_12,
    ids_13,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    index_9,
    host_10,
    pid_11,
    Image_12,
    ids_13
  FROM r10
  ORDER BY
    _time_8 DESC,
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    index_9,
    host_10,
    pid_11,
    Image_12,
    ids_13,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    index_9,
    host_10,
    pid_11,
    Image_12,
    ids_13,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_14,
    row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    index_9,
    host_10,
    pid_11,
    Image_12,
    ids_13,
    position_14
  FROM r13
  ORDER BY
    row_position
), r15 AS NOT MATERIALIZED (
  SELECT
    process_id_15,
    process_16
  FROM table3
), r16 AS NOT MATERIALIZED (
  SELECT
    process_id_15,
    process_16
  FROM r15
  WHERE
    NOT process_id_15 IS NULL AND NOT process_16 IS NULL
), r17 AS NOT MATERIALIZED (
  SELECT
    process_id_15 AS c_18,
    process_16 AS c_19,
    CAST(COUNT(*) AS DOUBLE) AS count_17
  FROM r16
  GROUP BY
    1,
    2
), r18 AS NOT MATERIALIZED (
  SELECT
    c_18,
    c_19,
    count_17
  FROM r17
  ORDER BY
    CASE
      WHEN ORD(c_18) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_18, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_18 AS DOUBLE)
    END ASC,
    c_18 ASC,
    CASE
      WHEN ORD(c_19) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_19, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_19 AS DOUBLE)
    END ASC,
    c_19 ASC
), r19 AS NOT MATERIALIZED (
  SELECT
    c_18 AS pid_20,
    c_19 AS process_21,
    count_17
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    pid_20,
    process_21,
    count_17
  FROM r19
  WHERE
    NOT pid_20 IS NULL
), r21 AS NOT MATERIALIZED (
  SELECT
    pid_20,
    process_21,
    count_17,
    ROW_NUMBER() OVER () AS row_position
  FROM r20
), r22 AS NOT MATERIALIZED (
  SELECT
    pid_20,
    process_21,
    count_17,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY pid_20 ORDER BY row_position) AS rank_in_group
  FROM r21
), r23 AS NOT MATERIALIZED (
  SELECT
    pid_20,
    process_21,
    count_17
  FROM r22
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r24 AS NOT MATERIALIZED (
  SELECT
    pid_20,
    process_21,
    count_17,
    ROW_NUMBER() OVER () AS row_position
  FROM r23
), r25 AS NOT MATERIALIZED (
  SELECT
    pid_20,
    process_21,
    count_17,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_22,
    row_position
  FROM r24
), r26 AS NOT MATERIALIZED (
  SELECT
    pid_20,
    process_21,
    count_17,
    position_22
  FROM r25
  ORDER BY
    row_position
), r27 AS NOT MATERIALIZED (
  SELECT
    _time_8 AS _time_23,
    index_9 AS index_24,
    host_10 AS host_25,
    pid_11 AS pid_26,
    Image_12 AS Image_27,
    ids_13 AS ids_28,
    process_21 AS process_29,
    count_17 AS count_30,
    position_14 AS position_31,
    position_22 AS place_32
  FROM r14
  INNER JOIN r26
    ON CASE
      WHEN pid_11 = TRUNC(pid_11) AND ABS(pid_11) < 9e18
      THEN CAST(TRY_CAST(pid_11 AS BIGINT) AS TEXT)
      ELSE CAST(pid_11 AS TEXT)
    END IS NOT DISTINCT FROM pid_20
), r28 AS NOT MATERIALIZED (
  SELECT
    _time_23,
    index_24,
    host_25,
    pid_26,
    Image_27,
    ids_28,
    process_29,
    count_30,
    position_31,
    place_32
  FROM r27
  ORDER BY
    position_31 ASC,
    place_32 ASC,
    _time_23 NULLS FIRST,
    index_24 NULLS FIRST,
    host_25 NULLS FIRST,
    pid_26 NULLS FIRST,
    Image_27 NULLS FIRST,
    ids_28 NULLS FIRST,
    process_29 NULLS FIRST,
    count_30 NULLS FIRST,
    position_31 NULLS FIRST,
    place_32 NULLS FIRST
), r29 AS NOT MATERIALIZED (
  SELECT
    _time_23,
    index_24,
    host_25,
    pid_26,
    Image_27,
    ids_28,
    process_29,
    count_30
  FROM r28
), r30 AS NOT MATERIALIZED (
  SELECT
    pid_26,
    Image_27,
    process_29
  FROM r29
), r31 AS NOT MATERIALIZED (
  SELECT
    pid_26,
    Image_27,
    process_29
  FROM r30
  WHERE
    NOT CASE
      WHEN pid_26 = TRUNC(pid_26) AND ABS(pid_26) < 9e18
      THEN CAST(TRY_CAST(pid_26 AS BIGINT) AS TEXT)
      ELSE CAST(pid_26 AS TEXT)
    END IS NULL
), r32 AS NOT MATERIALIZED (
  SELECT
    pid_26,
    Image_27,
    process_29,
    ROW_NUMBER() OVER () AS row_position
  FROM r31
), r33 AS NOT MATERIALIZED (
  SELECT
    pid_26,
    Image_27,
    process_29,
    row_position,
    ROW_NUMBER() OVER (
      PARTITION BY CASE
        WHEN pid_26 = TRUNC(pid_26) AND ABS(pid_26) < 9e18
        THEN CAST(TRY_CAST(pid_26 AS BIGINT) AS TEXT)
        ELSE CAST(pid_26 AS TEXT)
      END
      ORDER BY row_position
    ) AS rank_in_group
  FROM r32
), r34 AS NOT MATERIALIZED (
  SELECT
    pid_26,
    Image_27,
    process_29
  FROM r33
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r35 AS NOT MATERIALIZED (
  SELECT
    pid_26,
    Image_27,
    process_29,
    ROW_NUMBER() OVER () AS row_position
  FROM r34
), r36 AS NOT MATERIALIZED (
  SELECT
    pid_26,
    Image_27,
    process_29,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_33,
    row_position
  FROM r35
), r37 AS NOT MATERIALIZED (
  SELECT
    pid_26,
    Image_27,
    process_29,
    position_33
  FROM r36
  ORDER BY
    row_position
), r38 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_34,
    index_2 AS index_35,
    host_3 AS host_36,
    pid_4 AS pid_37,
    COALESCE(Image_27, Image_5) AS Image_38,
    ids_6 AS ids_39,
    process_29 AS process_40,
    position_7 AS position_41,
    position_33 AS place_42
  FROM r7
  LEFT OUTER JOIN r37
    ON CASE
      WHEN pid_4 = TRUNC(pid_4) AND ABS(pid_4) < 9e18
      THEN CAST(TRY_CAST(pid_4 AS BIGINT) AS TEXT)
      ELSE CAST(pid_4 AS TEXT)
    END IS NOT DISTINCT FROM CASE
      WHEN pid_26 = TRUNC(pid_26) AND ABS(pid_26) < 9e18
      THEN CAST(TRY_CAST(pid_26 AS BIGINT) AS TEXT)
      ELSE CAST(pid_26 AS TEXT)
    END
), r39 AS NOT MATERIALIZED (
  SELECT
    _time_34,
    index_35,
    host_36,
    pid_37,
    Image_38,
    ids_39,
    process_40,
    position_41,
    place_42
  FROM r38
  ORDER BY
    position_41 ASC,
    place_42 ASC,
    _time_34 NULLS FIRST,
    index_35 NULLS FIRST,
    host_36 NULLS FIRST,
    pid_37 NULLS FIRST,
    Image_38 NULLS FIRST,
    ids_39 NULLS FIRST,
    process_40 NULLS FIRST,
    position_41 NULLS FIRST,
    place_42 NULLS FIRST
), r40 AS NOT MATERIALIZED (
  SELECT
    _time_34,
    index_35,
    host_36,
    pid_37,
    Image_38,
    ids_39,
    process_40
  FROM r39
), r41 AS NOT MATERIALIZED (
  SELECT
    _time_34,
    pid_37,
    Image_38,
    process_40
  FROM r40
)
SELECT
  _time_34,
  pid_37,
  Image_38,
  process_40
FROM r41
-- $p1 = 'net'
-- $p2 = 'proc'
