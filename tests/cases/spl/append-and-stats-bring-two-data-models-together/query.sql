WITH r1 AS NOT MATERIALIZED (
  SELECT
    dvc_1,
    process_id_2,
    dest_ip_3,
    app_4
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    dvc_1,
    process_id_2,
    dest_ip_3,
    app_4
  FROM r1
  WHERE
    CONTAINS(LOWER(app_4), CAST($p1 AS TEXT))
), r3 AS NOT MATERIALIZED (
  SELECT
    COALESCE(dvc_1, CAST($p2 AS TEXT)) AS c_6,
    COALESCE(process_id_2, CAST($p2 AS TEXT)) AS c_7,
    COALESCE(dest_ip_3, CAST($p2 AS TEXT)) AS c_8,
    CAST(COUNT(*) AS DOUBLE) AS count_5
  FROM r2
  GROUP BY
    1,
    2,
    3
), r4 AS NOT MATERIALIZED (
  SELECT
    c_6,
    c_7,
    c_8,
    count_5
  FROM r3
  ORDER BY
    CASE
      WHEN ORD(c_6) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_6, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_6 AS DOUBLE)
    END ASC,
    c_6 ASC,
    CASE
      WHEN ORD(c_7) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_7, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_7 AS DOUBLE)
    END ASC,
    c_7 ASC,
    CASE
      WHEN ORD(c_8) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_8, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_8 AS DOUBLE)
    END ASC,
    c_8 ASC
), r5 AS NOT MATERIALIZED (
  SELECT
    c_6 AS dvc_9,
    c_7 AS process_id_10,
    c_8 AS dest_ip_11,
    count_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    dvc_9 AS dest_12,
    process_id_10 AS parent_process_id_13,
    dest_ip_11,
    count_5
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    dest_14,
    parent_process_id_15,
    process_16,
    parent_process_name_17
  FROM table2
), r8 AS NOT MATERIALIZED (
  SELECT
    dest_14,
    parent_process_id_15,
    process_16,
    parent_process_name_17
  FROM r7
  WHERE
    STARTS_WITH(LOWER(parent_process_name_17), CAST($p1 AS TEXT))
), r9 AS NOT MATERIALIZED (
  SELECT
    COALESCE(dest_14, CAST($p2 AS TEXT)) AS c_19,
    COALESCE(parent_process_id_15, CAST($p2 AS TEXT)) AS c_20,
    COALESCE(process_16, CAST($p2 AS TEXT)) AS c_21,
    CAST(COUNT(*) AS DOUBLE) AS count_18
  FROM r8
  GROUP BY
    1,
    2,
    3
), r10 AS NOT MATERIALIZED (
  SELECT
    c_19,
    c_20,
    c_21,
    count_18
  FROM r9
  ORDER BY
    CASE
      WHEN ORD(c_19) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_19, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_19 AS DOUBLE)
    END ASC,
    c_19 ASC,
    CASE
      WHEN ORD(c_20) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_20, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_20 AS DOUBLE)
    END ASC,
    c_20 ASC,
    CASE
      WHEN ORD(c_21) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_21, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_21 AS DOUBLE)
    END ASC,
    c_21 ASC
), r11 AS NOT MATERIALIZED (
  SELECT
    c_19 AS dest_22,
    c_20 AS parent_process_id_23,
    c_21 AS process_24,
    count_18
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    CAST(dest_12 AS TEXT) AS dest_25,
    CAST(parent_process_id_13 AS TEXT) AS parent_process_id_26,
    CAST(dest_ip_11 AS TEXT) AS dest_ip_27,
    CAST(count_5 AS DOUBLE) AS count_28,
    CAST(NULL AS TEXT) AS process_29
  FROM r6
  UNION ALL
  SELECT
    CAST(dest_22 AS TEXT) AS dest_25,
    CAST(parent_process_id_23 AS TEXT) AS parent_process_id_26,
    CAST(NULL AS TEXT) AS dest_ip_27,
    CAST(count_18 AS DOUBLE) AS count_28,
    CAST(process_24 AS TEXT) AS process_29
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    dest_25,
    parent_process_id_26,
    dest_ip_27,
    count_28,
    process_29
  FROM r12
  WHERE
    NOT dest_25 IS NULL AND NOT parent_process_id_26 IS NULL
), r14 AS NOT MATERIALIZED (
  SELECT
    dest_25,
    parent_process_id_26,
    dest_ip_27,
    count_28,
    process_29,
    ROW_NUMBER() OVER () AS row_position
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    dest_25 AS dest_33,
    parent_process_id_26 AS parent_process_id_34,
    LIST_SORT(ARRAY_AGG(DISTINCT process_29) FILTER(WHERE
      NOT process_29 IS NULL)) AS process_30,
    LIST_SORT(ARRAY_AGG(DISTINCT dest_ip_27) FILTER(WHERE
      NOT dest_ip_27 IS NULL)) AS dest_ip_31,
    CASE
      WHEN COUNT(count_28) = 0
      THEN NULL
      WHEN BOOL_AND(CAST(count_28 = TRUNC(count_28) AS BOOLEAN))
      AND SUM(ABS(count_28)) < 9007199254740992
      THEN SUM(count_28)
      ELSE LIST_REDUCE(
        ARRAY_AGG(count_28 ORDER BY row_position) FILTER(WHERE
          NOT count_28 IS NULL),
        LAMBDA total, each : total + each
      )
    END AS records_32
  FROM r14
  GROUP BY
    1,
    2
), r16 AS NOT MATERIALIZED (
  SELECT
    dest_33,
    parent_process_id_34,
    process_30,
    dest_ip_31,
    records_32
  FROM r15
  ORDER BY
    CASE
      WHEN ORD(dest_33) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(dest_33, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(dest_33 AS DOUBLE)
    END ASC,
    dest_33 ASC,
    CASE
      WHEN ORD(parent_process_id_34) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(parent_process_id_34, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(parent_process_id_34 AS DOUBLE)
    END ASC,
    parent_process_id_34 ASC
), r17 AS NOT MATERIALIZED (
  SELECT
    dest_33,
    parent_process_id_34,
    process_30,
    dest_ip_31,
    records_32
  FROM r16
  WHERE
    NOT process_30 IS NULL AND NOT dest_ip_31 IS NULL
)
SELECT
  dest_33,
  parent_process_id_34,
  process_30,
  dest_ip_31,
  records_32
FROM r17
-- $p1 = 'python'
-- $p2 = '-'
