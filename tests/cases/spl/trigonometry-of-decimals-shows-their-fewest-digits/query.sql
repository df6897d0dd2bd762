WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    0.245e0 AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    0.4e0 AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    CASE WHEN NOT 1.0e0 IS NULL THEN FORMAT('{:.11f}', ROUND(1.0e0, 11)) END AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    CASE WHEN ISFINITE(2.0e0) THEN TAN(2.0e0) END AS d_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    d_5,
    71.5650511773e0 AS e_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    d_5,
    e_6,
    CASE WHEN 0.5e0 >= 1 THEN ACOSH(0.5e0) END AS f_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    d_5,
    e_6,
    f_7,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CASE WHEN ISFINITE(0.5e0) THEN COS(0.5e0) END],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.4f}', ROUND(given0, 4)) END
      ),
      1
    ) AS g_8
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    c_4,
    d_5,
    e_6,
    f_7,
    g_8
  FROM r8
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7,
  g_8
FROM r9
