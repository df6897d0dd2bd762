WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    (
      (
        1.2e0 * 1.0e0
      ) + (
        -273.15e0
      )
    ) / 1.0e0 AS a_2,
    (
      (
        100.0e0 * 1.0e0
      ) + 273.15e0
    ) / 0.5555555555555556e0 AS b_3,
    (
      (
        100.0e0 * 1.0e0
      ) + 14.285714285714278e0
    ) / 1.9047619047619047e0 AS c_4,
    (
      (
        0.0e0 * (
          -0.6666666666666666e0
        )
      ) + 100.0e0
    ) / 1.25e0 AS d_5,
    (
      (
        100.0e0 * 1.0e0
      ) + 0.0e0
    ) / 3.0303030303030303e0 AS e_6,
    CAST(NULL AS DOUBLE) AS f_7,
    451.0e0 AS g_8
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7,
  g_8
FROM r2
