WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CASE WHEN ABS(0.5e0) > 1 THEN CAST('nan' AS DOUBLE) ELSE ACOS(0.5e0) END AS a_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            -1.0e0
        )],
        LAMBDA given0 : CASE WHEN ABS(given0) > 1 THEN CAST('nan' AS DOUBLE) ELSE ASIN(given0) END
      ),
      1
    ) AS b_3,
    SQRT((
      -1.0e0
    )) AS c_4,
    LIST_EXTRACT(
      LIST_TRANSFORM([(
          -1.0e0
      )], LAMBDA given0 : CASE WHEN given0 >= 0 THEN LN(given0) END),
      1
    ) AS d_5,
    CASE WHEN 1000.0e0 >= 0 THEN LOG(10, 1000.0e0) END AS e_6,
    CASE WHEN 8.0e0 >= 0 THEN LOG(2, 8.0e0) END AS f_7,
    CASE WHEN 0.0e0 >= 0 THEN LN(0.0e0) END AS g_8,
    ATAN2(0.0e0, (
      -1.0e0
    )) AS h_9,
    1e0 / TAN(1.0e0) AS i_10,
    DEGREES(3.141592653589793e0) AS j_11,
    RADIANS(180.0e0) AS k_12,
    SIN(CAST('inf' AS DOUBLE)) AS l_13
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7,
  g_8,
  h_9,
  i_10,
  j_11,
  k_12,
  l_13
FROM r2
