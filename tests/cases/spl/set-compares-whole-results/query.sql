WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r1
  WHERE
    STARTS_WITH(LOWER(host_2), CAST($p1 AS TEXT))
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    host_2,
    user_3
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    host_2,
    user_3,
    CAST(0 AS BIGINT) AS c_7
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13
  FROM table2
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13
  FROM r7
  WHERE
    LOWER(user_10) = CAST($p2 AS TEXT)
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13,
    ROW_NUMBER() OVER () AS row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    host_9,
    user_10,
    src_11,
    proc_12,
    _raw_13
  FROM r9
  ORDER BY
    _time_8 DESC,
    row_position
), r11 AS NOT MATERIALIZED (
  SELECT
    host_9,
    user_10
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    host_9,
    user_10,
    CAST(1 AS BIGINT) AS c_14
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    CAST(host_2 AS TEXT) AS host_15,
    CAST(user_3 AS TEXT) AS user_16,
    CAST(c_7 AS BIGINT) AS c_17
  FROM r6
  UNION ALL
  SELECT
    CAST(host_9 AS TEXT) AS host_15,
    CAST(user_10 AS TEXT) AS user_16,
    CAST(c_14 AS BIGINT) AS c_17
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    host_15,
    user_16,
    c_17,
    ROW_NUMBER() OVER () AS row_position
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    host_15,
    user_16,
    c_17,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_18,
    row_position
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    host_15,
    user_16,
    c_17,
    position_18
  FROM r15
  ORDER BY
    row_position
), r17 AS NOT MATERIALIZED (
  SELECT
    host_15 AS host_22,
    user_16 AS user_23,
    MIN(position_18) AS first_19,
    MIN(c_17) AS least_20,
    MAX(c_17) AS greatest_21
  FROM r16
  GROUP BY
    1,
    2
), r18 AS NOT MATERIALIZED (
  SELECT
    host_22,
    user_23,
    first_19,
    least_20,
    greatest_21
  FROM r17
  WHERE
    least_20 = greatest_21
), r19 AS NOT MATERIALIZED (
  SELECT
    host_22,
    user_23,
    first_19,
    least_20,
    greatest_21
  FROM r18
  ORDER BY
    first_19 ASC,
    host_22 NULLS FIRST,
    user_23 NULLS FIRST,
    first_19 NULLS FIRST,
    least_20 NULLS FIRST,
    greatest_21 NULLS FIRST
), r20 AS NOT MATERIALIZED (
  SELECT
    host_22,
    user_23
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    _time_24,
    host_25,
    user_26,
    src_27,
    proc_28,
    _raw_29
  FROM table3
), r22 AS NOT MATERIALIZED (
  SELECT
    _time_24,
    host_25,
    user_26,
    src_27,
    proc_28,
    _raw_29
  FROM r21
  WHERE
    STARTS_WITH(LOWER(host_25), CAST($p1 AS TEXT))
), r23 AS NOT MATERIALIZED (
  SELECT
    _time_24,
    host_25,
    user_26,
    src_27,
    proc_28,
    _raw_29,
    ROW_NUMBER() OVER () AS row_position
  FROM r22
), r24 AS NOT MATERIALIZED (
  SELECT
    _time_24,
    host_25,
    user_26,
    src_27,
    proc_28,
    _raw_29
  FROM r23
  ORDER BY
    _time_24 DESC,
    row_position
), r25 AS NOT MATERIALIZED (
  SELECT
    host_25
  FROM r24
), r26 AS NOT MATERIALIZED (
  SELECT
    host_25,
    CAST(0 AS BIGINT) AS c_30
  FROM r25
), r27 AS NOT MATERIALIZED (
  SELECT
    _time_31,
    host_32,
    user_33,
    src_34,
    proc_35,
    _raw_36
  FROM table4
), r28 AS NOT MATERIALIZED (
  SELECT
    _time_31,
    host_32,
    user_33,
    src_34,
    proc_35,
    _raw_36
  FROM r27
  WHERE
    LOWER(user_33) = CAST($p2 AS TEXT)
), r29 AS NOT MATERIALIZED (
  SELECT
    _time_31,
    host_32,
    user_33,
    src_34,
    proc_35,
    _raw_36,
    ROW_NUMBER() OVER () AS row_position
  FROM r28
), r30 AS NOT MATERIALIZED (
  SELECT
    _time_31,
    host_32,
    user_33,
    src_34,
    proc_35,
    _raw_36
  FROM r29
  ORDER BY
    _time_31 DESC,
    row_position
), r31 AS NOT MATERIALIZED (
  SELECT
    host_32
  FROM r30
), r32 AS NOT MATERIALIZED (
  SELECT
    host_32,
    CAST(1 AS BIGINT) AS c_37
  FROM r31
), r33 AS NOT MATERIALIZED (
  SELECT
    CAST(host_25 AS TEXT) AS host_38,
    CAST(c_30 AS BIGINT) AS c_39
  FROM r26
  UNION ALL
  SELECT
    CAST(host_32 AS TEXT) AS host_38,
    CAST(c_37 AS BIGINT) AS c_39
  FROM r32
), r34 AS NOT MATERIALIZED (
  SELECT
    host_38,
    c_39,
    ROW_NUMBER() OVER () AS row_position
  FROM r33
), r35 AS NOT MATERIALIZED (
  SELECT
    host_38,
    c_39,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_40,
    row_position
  FROM r34
), r36 AS NOT MATERIALIZED (
  SELECT
    host_38,
    c_39,
    position_40
  FROM r35
  ORDER BY
    row_position
), r37 AS NOT MATERIALIZED (
  SELECT
    host_38 AS host_44,
    MIN(position_40) AS first_41,
    MIN(c_39) AS least_42,
    MAX(c_39) AS greatest_43
  FROM r36
  GROUP BY
    1
), r38 AS NOT MATERIALIZED (
  SELECT
    host_44,
    first_41,
    least_42,
    greatest_43
  FROM r37
  WHERE
    least_42 <> greatest_43
), r39 AS NOT MATERIALIZED (
  SELECT
    host_44,
    first_41,
    least_42,
    greatest_43
  FROM r38
  ORDER BY
    first_41 ASC,
    host_44 NULLS FIRST,
    first_41 NULLS FIRST,
    least_42 NULLS FIRST,
    greatest_43 NULLS FIRST
), r40 AS NOT MATERIALIZED (
  SELECT
    host_44
  FROM r39
), r41 AS NOT MATERIALIZED (
  SELECT
    CAST(host_22 AS TEXT) AS host_45,
    CAST(user_23 AS TEXT) AS user_46
  FROM r20
  UNION ALL
  SELECT
    CAST(host_44 AS TEXT) AS host_45,
    CAST(NULL AS TEXT) AS user_46
  FROM r40
), r42 AS NOT MATERIALIZED (
  SELECT
    _time_47,
    host_48,
    user_49,
    src_50,
    proc_51,
    _raw_52
  FROM table5
), r43 AS NOT MATERIALIZED (
  SELECT
    _time_47,
    host_48,
    user_49,
    src_50,
    proc_51,
    _raw_52
  FROM r42
  WHERE
    STARTS_WITH(LOWER(host_48), CAST($p1 AS TEXT))
), r44 AS NOT MATERIALIZED (
  SELECT
    _time_47,
    host_48,
    user_49,
    src_50,
    proc_51,
    _raw_52,
    ROW_NUMBER() OVER () AS row_position
  FROM r43
), r45 AS NOT MATERIALIZED (
  SELECT
    _time_47,
    host_48,
    user_49,
    src_50,
    proc_51,
    _raw_52
  FROM r44
  ORDER BY
    _time_47 DESC,
    row_position
), r46 AS NOT MATERIALIZED (
  SELECT
    host_48
  FROM r45
), r47 AS NOT MATERIALIZED (
  SELECT
    host_48,
    CAST(0 AS BIGINT) AS c_53
  FROM r46
), r48 AS NOT MATERIALIZED (
  SELECT
    _time_54,
    host_55,
    user_56,
    src_57,
    proc_58,
    _raw_59
  FROM table6
), r49 AS NOT MATERIALIZED (
  SELECT
    _time_54,
    host_55,
    user_56,
    src_57,
    proc_58,
    _raw_59
  FROM r48
  WHERE
    LOWER(user_56) = CAST($p2 AS TEXT)
), r50 AS NOT MATERIALIZED (
  SELECT
    _time_54,
    host_55,
    user_56,
    src_57,
    proc_58,
    _raw_59,
    ROW_NUMBER() OVER () AS row_position
  FROM r49
), r51 AS NOT MATERIALIZED (
  SELECT
    _time_54,
    host_55,
    user_56,
    src_57,
    proc_58,
    _raw_59
  FROM r50
  ORDER BY
    _time_54 DESC,
    row_position
), r52 AS NOT MATERIALIZED (
  SELECT
    host_55
  FROM r51
), r53 AS NOT MATERIALIZED (
  SELECT
    host_55,
    CAST(1 AS BIGINT) AS c_60
  FROM r52
), r54 AS NOT MATERIALIZED (
  SELECT
    CAST(host_48 AS TEXT) AS host_61,
    CAST(c_53 AS BIGINT) AS c_62
  FROM r47
  UNION ALL
  SELECT
    CAST(host_55 AS TEXT) AS host_61,
    CAST(c_60 AS BIGINT) AS c_62
  FROM r53
), r55 AS NOT MATERIALIZED (
  SELECT
    host_61,
    c_62,
    ROW_NUMBER() OVER () AS row_position
  FROM r54
), r56 AS NOT MATERIALIZED (
  SELECT
    host_61,
    c_62,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_63,
    row_position
  FROM r55
), r57 AS NOT MATERIALIZED (
  SELECT
    host_61,
    c_62,
    position_63
  FROM r56
  ORDER BY
    row_position
), r58 AS NOT MATERIALIZED (
  SELECT
    host_61 AS host_67,
    MIN(position_63) AS first_64,
    MIN(c_62) AS least_65,
    MAX(c_62) AS greatest_66
  FROM r57
  GROUP BY
    1
), r59 AS NOT MATERIALIZED (
  SELECT
    host_67,
    first_64,
    least_65,
    greatest_66
  FROM r58
  ORDER BY
    first_64 ASC,
    host_67 NULLS FIRST,
    first_64 NULLS FIRST,
    least_65 NULLS FIRST,
    greatest_66 NULLS FIRST
), r60 AS NOT MATERIALIZED (
  SELECT
    host_67
  FROM r59
), r61 AS NOT MATERIALIZED (
  SELECT
    CAST(host_45 AS TEXT) AS host_68,
    CAST(user_46 AS TEXT) AS user_69
  FROM r41
  UNION ALL
  SELECT
    CAST(host_67 AS TEXT) AS host_68,
    CAST(NULL AS TEXT) AS user_69
  FROM r60
)
SELECT
  host_68,
  user_69
FROM r61
-- $p1 = 'web'
-- $p2 = 'ann'
