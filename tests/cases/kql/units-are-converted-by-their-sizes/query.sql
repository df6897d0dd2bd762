WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    (
      1.2e0 * 1.0e0
    ) / 0.45359237e0 AS a_2,
    (
      1.2e0 * 1.0e0
    ) / 0.016666666666666666e0 AS b_3,
    (
      1.2e0 * 1.0e0
    ) / 1055.05585262e0 AS c_4,
    (
      1.2e0 * 1.0e0
    ) / 0.3048e0 AS d_5,
    (
      1.2e0 * 1.0e0
    ) / 2.777777777777778e-06 AS e_6,
    (
      1.2e0 * 1.0e0
    ) / 1233.4806109182769e0 AS f_7,
    (
      1.2e0 * 1.0e0
    ) / 10.0e0 AS g_8,
    CAST(NULL AS DOUBLE) AS h_9
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
  h_9
FROM r2
