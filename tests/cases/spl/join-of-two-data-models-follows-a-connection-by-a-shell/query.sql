WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    dvc_2,
    process_id_3,
    dest_ip_4,
    dest_port_5,
    app_6
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    dvc_2,
    process_id_3,
    dest_ip_4,
    dest_port_5,
    app_6
  FROM r1
  WHERE
    CONTAINS(LOWER(app_6), CAST($p1 AS TEXT))
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    dvc_2,
    process_id_3,
    dest_ip_4,
    dest_port_5,
    app_6
  FROM r2
  WHERE
    NOT (
      FLOOR(_time_1 / 1.0e0) * 1.0e0
    ) IS NULL
), r4 AS NOT MATERIALIZED (
  SELECT
    FLOOR(_time_1 / 1.0e0) * 1.0e0 AS _time_8,
    COALESCE(dvc_2, CAST($p2 AS TEXT)) AS c_9,
    COALESCE(process_id_3, CAST($p2 AS TEXT)) AS c_10,
    COALESCE(dest_ip_4, CAST($p2 AS TEXT)) AS c_11,
    COALESCE(dest_port_5, CAST($p2 AS TEXT)) AS c_12,
    CAST(COUNT(*) AS DOUBLE) AS count_7
  FROM r3
  GROUP BY
    1,
    2,
    3,
    4,
    5
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    c_9,
    c_10,
    c_11,
    c_12,
    count_7
  FROM r4
  ORDER BY
    _time_8 ASC,
    CASE
      WHEN ORD(c_9) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_9, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_9 AS DOUBLE)
    END ASC,
    c_9 ASC,
    CASE
      WHEN ORD(c_10) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_10, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_10 AS DOUBLE)
    END ASC,
    c_10 ASC,
    CASE
      WHEN ORD(c_11) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_11, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_11 AS DOUBLE)
    END ASC,
    c_11 ASC,
    CASE
      WHEN ORD(c_12) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_12, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_12 AS DOUBLE)
    END ASC,
    c_12 ASC
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    c_9 AS dvc_13,
    c_10 AS process_id_14,
    c_11 AS dest_ip_15,
    c_12 AS dest_port_16,
    count_7
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_8 AS connected_17,
    dvc_13 AS dest_18,
    process_id_14 AS parent_process_id_19,
    dest_ip_15,
    dest_port_16,
    count_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    connected_17,
    dest_18,
    parent_process_id_19,
    dest_ip_15,
    dest_port_16,
    count_7,
    ROW_NUMBER() OVER () AS row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    connected_17,
    dest_18,
    parent_process_id_19,
    dest_ip_15,
    dest_port_16,
    count_7,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_20,
    row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    connected_17,
    dest_18,
    parent_process_id_19,
    dest_ip_15,
    dest_port_16,
    count_7,
    position_20
  FROM r9
  ORDER BY
    row_position
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_21,
    dest_22,
    parent_process_id_23,
    process_id_24,
    process_25,
    parent_process_name_26
  FROM table2
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_21,
    dest_22,
    parent_process_id_23,
    process_id_24,
    process_25,
    parent_process_name_26
  FROM r11
  WHERE
    STARTS_WITH(LOWER(parent_process_name_26), CAST($p1 AS TEXT))
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_21,
    dest_22,
    parent_process_id_23,
    process_id_24,
    process_25,
    parent_process_name_26
  FROM r12
  WHERE
    NOT (
      FLOOR(_time_21 / 1.0e0) * 1.0e0
    ) IS NULL
), r14 AS NOT MATERIALIZED (
  SELECT
    FLOOR(_time_21 / 1.0e0) * 1.0e0 AS _time_28,
    COALESCE(dest_22, CAST($p2 AS TEXT)) AS c_29,
    COALESCE(parent_process_id_23, CAST($p2 AS TEXT)) AS c_30,
    COALESCE(process_id_24, CAST($p2 AS TEXT)) AS c_31,
    COALESCE(process_25, CAST($p2 AS TEXT)) AS c_32,
    CAST(COUNT(*) AS DOUBLE) AS count_27
  FROM r13
  GROUP BY
    1,
    2,
    3,
    4,
    5
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_28,
    c_29,
    c_30,
    c_31,
    c_32,
    count_27
  FROM r14
  ORDER BY
    _time_28 ASC,
    CASE
      WHEN ORD(c_29) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_29, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_29 AS DOUBLE)
    END ASC,
    c_29 ASC,
    CASE
      WHEN ORD(c_30) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_30, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_30 AS DOUBLE)
    END ASC,
    c_30 ASC,
    CASE
      WHEN ORD(c_31) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_31, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_31 AS DOUBLE)
    END ASC,
    c_31 ASC,
    CASE
      WHEN ORD(c_32) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_32, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_32 AS DOUBLE)
    END ASC,
    c_32 ASC
), r16 AS NOT MATERIALIZED (
  SELECT
    _time_28,
    c_29 AS dest_33,
    c_30 AS parent_process_id_34,
    c_31 AS process_id_35,
    c_32 AS process_36,
    count_27
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    _time_28,
    dest_33,
    parent_process_id_34,
    process_id_35,
    process_36,
    count_27
  FROM r16
  WHERE
    NOT dest_33 IS NULL AND NOT parent_process_id_34 IS NULL
), r18 AS NOT MATERIALIZED (
  SELECT
    _time_28,
    dest_33,
    parent_process_id_34,
    process_id_35,
    process_36,
    count_27,
    ROW_NUMBER() OVER () AS row_position
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    _time_28,
    dest_33,
    parent_process_id_34,
    process_id_35,
    process_36,
    count_27,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_37,
    row_position
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    _time_28,
    dest_33,
    parent_process_id_34,
    process_id_35,
    process_36,
    count_27,
    position_37
  FROM r19
  ORDER BY
    row_position
), r21 AS NOT MATERIALIZED (
  SELECT
    connected_17 AS connected_38,
    dest_18 AS dest_39,
    parent_process_id_19 AS parent_process_id_40,
    dest_ip_15 AS dest_ip_41,
    dest_port_16 AS dest_port_42,
    COALESCE(count_27, count_7) AS count_43,
    _time_28 AS _time_44,
    process_id_35 AS process_id_45,
    process_36 AS process_46,
    position_20 AS position_47,
    position_37 AS place_48
  FROM r10
  INNER JOIN r20
    ON dest_18 IS NOT DISTINCT FROM dest_33
    AND parent_process_id_19 IS NOT DISTINCT FROM parent_process_id_34
), r22 AS NOT MATERIALIZED (
  SELECT
    connected_38,
    dest_39,
    parent_process_id_40,
    dest_ip_41,
    dest_port_42,
    count_43,
    _time_44,
    process_id_45,
    process_46,
    position_47,
    place_48
  FROM r21
  ORDER BY
    position_47 ASC,
    place_48 ASC,
    connected_38 NULLS FIRST,
    dest_39 NULLS FIRST,
    parent_process_id_40 NULLS FIRST,
    dest_ip_41 NULLS FIRST,
    dest_port_42 NULLS FIRST,
    count_43 NULLS FIRST,
    _time_44 NULLS FIRST,
    process_id_45 NULLS FIRST,
    process_46 NULLS FIRST,
    position_47 NULLS FIRST,
    place_48 NULLS FIRST
), r23 AS NOT MATERIALIZED (
  SELECT
    connected_38,
    dest_39,
    parent_process_id_40,
    dest_ip_41,
    dest_port_42,
    count_43,
    _time_44,
    process_id_45,
    process_46
  FROM r22
), r24 AS NOT MATERIALIZED (
  SELECT
    connected_38,
    dest_39,
    parent_process_id_40,
    dest_ip_41,
    dest_port_42,
    count_43,
    _time_44,
    process_id_45,
    process_46
  FROM r23
  WHERE
    _time_44 >= connected_38 AND (
      _time_44 - connected_38
    ) <= 60.0e0
), r25 AS NOT MATERIALIZED (
  SELECT
    _time_44,
    dest_39,
    process_id_45,
    process_46,
    dest_ip_41,
    dest_port_42
  FROM r24
)
SELECT
  _time_44,
  dest_39,
  process_id_45,
  process_46,
  dest_ip_41,
  dest_port_42
FROM r25
-- $p1 = 'python'
-- $p2 = '-'
