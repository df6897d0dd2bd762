WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(path_2 AS TEXT) AS path_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT))) AS given(_time_1, path_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_3 AS DOUBLE) AS _time_3
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_3)
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_4,
    CAST(path_2 AS TEXT) AS path_5
  FROM r1
  UNION ALL
  SELECT
    CAST(_time_3 AS DOUBLE) AS _time_4,
    CAST(NULL AS TEXT) AS path_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_4,
    path_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_4,
    path_5,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_6,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_4,
    path_5,
    position_6
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_4,
    path_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_4,
    path_5,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_6,
    row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_4,
    path_5,
    position_6
  FROM r8
  ORDER BY
    row_position
), r10 AS NOT MATERIALIZED (
  SELECT
    path_5 AS key_7
  FROM r9
  GROUP BY
    1
), r11 AS NOT MATERIALIZED (
  SELECT
    pattern_8,
    kind_9
  FROM table1
), r12 AS NOT MATERIALIZED (
  SELECT
    NULLIF(pattern_8, CAST($p4 AS TEXT)) AS pattern_10,
    NULLIF(kind_9, CAST($p4 AS TEXT)) AS kind_11
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    pattern_10,
    kind_11,
    ROW_NUMBER() OVER () AS row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    pattern_10,
    kind_11,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_12,
    row_position
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    pattern_10,
    kind_11,
    position_12
  FROM r14
  ORDER BY
    row_position
), r16 AS NOT MATERIALIZED (
  SELECT
    key_7 AS key_13,
    pattern_10 AS pattern_14,
    kind_11 AS kind_15,
    position_12 AS place_16
  FROM r10
  INNER JOIN r15
    ON CAST(1 AS BIGINT) IS NOT DISTINCT FROM CAST(1 AS BIGINT)
), r17 AS NOT MATERIALIZED (
  SELECT
    key_13,
    pattern_14,
    kind_15,
    place_16
  FROM r16
  WHERE
    key_13 LIKE REPLACE(REGEXP_REPLACE(pattern_14, '([!%_])', '!\1', 'g'), '*', '%') ESCAPE '!'
), r18 AS NOT MATERIALIZED (
  SELECT
    key_13,
    pattern_14,
    kind_15,
    place_16
  FROM r17
  ORDER BY
    place_16 ASC,
    key_13 NULLS FIRST,
    pattern_14 NULLS FIRST,
    kind_15 NULLS FIRST,
    place_16 NULLS FIRST
), r19 AS NOT MATERIALIZED (
  SELECT
    key_13,
    pattern_14,
    kind_15,
    place_16,
    ROW_NUMBER() OVER () AS row_position
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    key_13,
    pattern_14,
    kind_15,
    place_16,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY key_13 ORDER BY row_position) AS rank_in_group
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    key_13,
    pattern_14,
    kind_15,
    place_16
  FROM r20
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r22 AS NOT MATERIALIZED (
  SELECT
    key_13,
    pattern_14,
    kind_15,
    place_16,
    ROW_NUMBER() OVER () AS row_position
  FROM r21
), r23 AS NOT MATERIALIZED (
  SELECT
    key_13,
    pattern_14,
    kind_15,
    place_16,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY key_13 ORDER BY row_position) AS rank_in_group
  FROM r22
), r24 AS NOT MATERIALIZED (
  SELECT
    key_13,
    pattern_14,
    kind_15,
    place_16
  FROM r23
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r25 AS NOT MATERIALIZED (
  SELECT
    key_13,
    kind_15,
    CAST(1 AS BIGINT) AS found_17
  FROM r24
), r26 AS NOT MATERIALIZED (
  SELECT
    _time_4 AS _time_18,
    path_5 AS path_19,
    CASE WHEN found_17 IS NULL THEN CAST($p5 AS TEXT) ELSE kind_15 END AS kind_20,
    position_6 AS position_21
  FROM r6
  LEFT OUTER JOIN r25
    ON path_5 IS NOT DISTINCT FROM key_13
), r27 AS NOT MATERIALIZED (
  SELECT
    _time_18,
    path_19,
    kind_20,
    position_21
  FROM r26
  ORDER BY
    position_21 ASC,
    _time_18 NULLS FIRST,
    path_19 NULLS FIRST,
    kind_20 NULLS FIRST,
    position_21 NULLS FIRST
), r28 AS NOT MATERIALIZED (
  SELECT
    _time_18,
    path_19,
    kind_20
  FROM r27
), r29 AS NOT MATERIALIZED (
  SELECT
    _time_18,
    path_19,
    kind_20,
    ROW_NUMBER() OVER () AS row_position
  FROM r28
), r30 AS NOT MATERIALIZED (
  SELECT
    _time_18,
    path_19,
    kind_20,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_22,
    row_position
  FROM r29
), r31 AS NOT MATERIALIZED (
  SELECT
    _time_18,
    path_19,
    kind_20,
    position_22
  FROM r30
  ORDER BY
    row_position
), r32 AS NOT MATERIALIZED (
  SELECT
    _time_18,
    path_19,
    kind_20,
    ROW_NUMBER() OVER () AS row_position
  FROM r28
), r33 AS NOT MATERIALIZED (
  SELECT
    _time_18,
    path_19,
    kind_20,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_22,
    row_position
  FROM r32
), r34 AS NOT MATERIALIZED (
  SELECT
    _time_18,
    path_19,
    kind_20,
    position_22
  FROM r33
  ORDER BY
    row_position
), r35 AS NOT MATERIALIZED (
  SELECT
    path_19 AS key_23
  FROM r34
  GROUP BY
    1
), r36 AS NOT MATERIALIZED (
  SELECT
    pattern_24,
    kind_25
  FROM table2
), r37 AS NOT MATERIALIZED (
  SELECT
    NULLIF(pattern_24, CAST($p4 AS TEXT)) AS pattern_26,
    NULLIF(kind_25, CAST($p4 AS TEXT)) AS kind_27
  FROM r36
), r38 AS NOT MATERIALIZED (
  SELECT
    pattern_26,
    kind_27,
    ROW_NUMBER() OVER () AS row_position
  FROM r37
), r39 AS NOT MATERIALIZED (
  SELECT
    pattern_26,
    kind_27,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_28,
    row_position
  FROM r38
), r40 AS NOT MATERIALIZED (
  SELECT
    pattern_26,
    kind_27,
    position_28
  FROM r39
  ORDER BY
    row_position
), r41 AS NOT MATERIALIZED (
  SELECT
    key_23 AS key_29,
    pattern_26 AS pattern_30,
    kind_27 AS kind_31,
    position_28 AS place_32
  FROM r35
  INNER JOIN r40
    ON CAST(1 AS BIGINT) IS NOT DISTINCT FROM CAST(1 AS BIGINT)
), r42 AS NOT MATERIALIZED (
  SELECT
    key_29,
    pattern_30,
    kind_31,
    place_32
  FROM r41
  WHERE
    key_29 LIKE REPLACE(REGEXP_REPLACE(pattern_30, '([!%_])', '!\1', 'g'), '*', '%') ESCAPE '!'
), r43 AS NOT MATERIALIZED (
  SELECT
    key_29,
    pattern_30,
    kind_31,
    place_32
  FROM r42
  ORDER BY
    place_32 ASC,
    key_29 NULLS FIRST,
    pattern_30 NULLS FIRST,
    kind_31 NULLS FIRST,
    place_32 NULLS FIRST
), r44 AS NOT MATERIALIZED (
  SELECT
    key_29,
    pattern_30,
    kind_31,
    place_32,
    ROW_NUMBER() OVER () AS row_position
  FROM r43
), r45 AS NOT MATERIALIZED (
  SELECT
    key_29,
    pattern_30,
    kind_31,
    place_32,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY key_29 ORDER BY row_position) AS rank_in_group
  FROM r44
), r46 AS NOT MATERIALIZED (
  SELECT
    key_29,
    pattern_30,
    kind_31,
    place_32
  FROM r45
  WHERE
    rank_in_group <= 1000
  ORDER BY
    row_position
), r47 AS NOT MATERIALIZED (
  SELECT
    key_29,
    pattern_30,
    kind_31,
    place_32,
    ROW_NUMBER() OVER () AS row_position
  FROM r46
), r48 AS NOT MATERIALIZED (
  SELECT
    key_29 AS key_34,
    ARRAY_AGG(kind_31 ORDER BY row_position) FILTER(WHERE
      NOT kind_31 IS NULL) AS kind_33
  FROM r47
  GROUP BY
    1
), r49 AS NOT MATERIALIZED (
  SELECT
    key_34,
    kind_33,
    CAST(1 AS BIGINT) AS found_35
  FROM r48
), r50 AS NOT MATERIALIZED (
  SELECT
    _time_18 AS _time_36,
    path_19 AS path_37,
    kind_20 AS kind_38,
    kind_33 AS every_39,
    position_22 AS position_40
  FROM r31
  LEFT OUTER JOIN r49
    ON path_19 IS NOT DISTINCT FROM key_34
), r51 AS NOT MATERIALIZED (
  SELECT
    _time_36,
    path_37,
    kind_38,
    every_39,
    position_40
  FROM r50
  ORDER BY
    position_40 ASC,
    _time_36 NULLS FIRST,
    path_37 NULLS FIRST,
    kind_38 NULLS FIRST,
    every_39 NULLS FIRST,
    position_40 NULLS FIRST
), r52 AS NOT MATERIALIZED (
  SELECT
    _time_36,
    path_37,
    kind_38,
    every_39
  FROM r51
), r53 AS NOT MATERIALIZED (
  SELECT
    path_37,
    kind_38,
    every_39
  FROM r52
)
SELECT
  path_37,
  kind_38,
  every_39
FROM r53
-- $p1 = 'C:\\Windows\\CMD.EXE'
-- $p2 = 'C:\\Windows\\cmd.exe'
-- $p3 = 'x'
-- $p4 = ''
-- $p5 = 'unknown'
