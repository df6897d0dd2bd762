WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(in_a1_x_2 AS TEXT) AS in_a1_x_2,
    CAST(in_b2_x_3 AS TEXT) AS in_b2_x_3,
    CAST(out_4 AS TEXT) AS out_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST(NULL AS TEXT), CAST($p5 AS TEXT))) AS given(_time_1, in_a1_x_2, in_b2_x_3, out_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    in_a1_x_2,
    in_b2_x_3,
    out_4,
    0.0e0 AS total_5
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    in_a1_x_2,
    in_b2_x_3,
    out_4,
    total_5 + LIST_EXTRACT(
      LIST_TRANSFORM(
        [COALESCE(in_a1_x_2, CAST($p6 AS TEXT))],
        LAMBDA given0 : CASE
          WHEN ORD(given0) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(given0, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(given0 AS DOUBLE)
        END
      ),
      1
    ) AS total_6
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    in_a1_x_2,
    in_b2_x_3,
    out_4,
    total_6,
    in_a1_x_2 AS seen_a1_7
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    in_a1_x_2,
    in_b2_x_3,
    out_4,
    total_6 + LIST_EXTRACT(
      LIST_TRANSFORM(
        [COALESCE(in_b2_x_3, CAST($p6 AS TEXT))],
        LAMBDA given0 : CASE
          WHEN ORD(given0) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(given0, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(given0 AS DOUBLE)
        END
      ),
      1
    ) AS total_8,
    seen_a1_7
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    in_a1_x_2,
    in_b2_x_3,
    out_4,
    total_8,
    seen_a1_7,
    in_b2_x_3 AS seen_b2_9
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    in_a1_x_2,
    in_b2_x_3,
    out_4,
    total_8,
    seen_a1_7,
    seen_b2_9,
    CAST($p7 AS TEXT) AS c_10
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    in_a1_x_2,
    in_b2_x_3,
    out_4,
    total_8,
    seen_a1_7,
    seen_b2_9,
    c_10,
    CAST($p8 AS TEXT) AS c_11
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    in_a1_x_2,
    in_b2_x_3,
    COALESCE(out_4, CAST($p9 AS TEXT)) AS out_12,
    total_8,
    seen_a1_7,
    seen_b2_9,
    c_10,
    c_11
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    in_a1_x_2,
    in_b2_x_3,
    out_12 AS new_out_13,
    total_8,
    seen_a1_7,
    seen_b2_9,
    c_10,
    c_11
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    in_a1_x_2,
    in_b2_x_3,
    new_out_13,
    total_8,
    seen_a1_7,
    seen_b2_9,
    c_10,
    c_11,
    COALESCE(CAST(NULL AS TEXT), CAST($p9 AS TEXT)) AS missing_14
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    in_a1_x_2,
    in_b2_x_3,
    new_out_13,
    total_8,
    seen_a1_7,
    seen_b2_9,
    c_10,
    c_11,
    missing_14 AS new_missing_15
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    in_a1_x_2,
    in_b2_x_3,
    new_out_13,
    total_8,
    seen_a1_7,
    seen_b2_9,
    c_10,
    c_11,
    new_missing_15
  FROM r12
)
SELECT
  in_a1_x_2,
  in_b2_x_3,
  new_out_13,
  total_8,
  seen_a1_7,
  seen_b2_9,
  c_10,
  c_11,
  new_missing_15
FROM r13
-- $p1 = '1'
-- $p2 = '2'
-- $p3 = '5'
-- $p4 = '3'
-- $p5 = '7'
-- $p6 = '0'
-- $p7 = 'in_a1_x'
-- $p8 = 'in_b2_x'
-- $p9 = 'nothing'
