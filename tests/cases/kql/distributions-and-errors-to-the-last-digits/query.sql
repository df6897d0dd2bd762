WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_ERF(2.0e0) AS a_2,
    ANTIVENOM_KUSTO_ERFC(0.5e0) AS b_3,
    ANTIVENOM_KUSTO_GAMMA_OF(5.0e0) AS c_4,
    CASE WHEN 5.0e0 > 0 THEN LGAMMA(5.0e0) ELSE ANTIVENOM_KUSTO_LOGGAMMA_OF(5.0e0) END AS d_5,
    CASE
      WHEN 10.0e0 > 0 AND 20.0e0 > 0
      THEN ANTIVENOM_KUSTO_BETA_SHARE(0.9e0, 10.0e0, 20.0e0)
      WHEN 0.9e0 < 0 OR 0.9e0 > 1
      THEN CAST('nan' AS DOUBLE)
      WHEN 10.0e0 < 0
      AND 10.0e0 = TRUNC(10.0e0)
      AND 20.0e0 > 0
      AND 10.0e0 + 20.0e0 + 2 > 0
      AND 0.9e0 > 0
      AND 0.9e0 < 1
      THEN 1e0
      WHEN NOT 0.9e0 IS NULL AND NOT 10.0e0 IS NULL AND NOT 20.0e0 IS NULL
      THEN CAST('nan' AS DOUBLE)
    END AS e_6,
    CASE
      WHEN 0.1e0 > 1.0e0
      THEN CAST('nan' AS DOUBLE)
      ELSE CASE
        WHEN 0.1e0 <= 0.0e0 OR 10.0e0 <= 0.0e0 OR 20.0e0 <= 0.0e0
        THEN CAST('nan' AS DOUBLE)
        ELSE ANTIVENOM_KUSTO_BETA_PLACE(0.1e0, 10.0e0, 20.0e0)
      END
    END AS f_7,
    CASE
      WHEN 10.0e0 <= 0.0e0 OR 20.0e0 <= 0.0e0
      THEN CAST('nan' AS DOUBLE)
      ELSE ANTIVENOM_KUSTO_BETA_DENSITY(0.5e0, 10.0e0, 20.0e0)
    END AS g_8,
    CASE
      WHEN 10.0e0 > 0 AND 20.0e0 > 0
      THEN ANTIVENOM_KUSTO_BETA_SHARE(1.5e0, 10.0e0, 20.0e0)
      WHEN 1.5e0 < 0 OR 1.5e0 > 1
      THEN CAST('nan' AS DOUBLE)
      WHEN 10.0e0 < 0
      AND 10.0e0 = TRUNC(10.0e0)
      AND 20.0e0 > 0
      AND 10.0e0 + 20.0e0 + 2 > 0
      AND 1.5e0 > 0
      AND 1.5e0 < 1
      THEN 1e0
      WHEN NOT 1.5e0 IS NULL AND NOT 10.0e0 IS NULL AND NOT 20.0e0 IS NULL
      THEN CAST('nan' AS DOUBLE)
    END AS h_9,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            -1.0e0
        )],
        LAMBDA given1 : CASE
          WHEN given1 > 0 AND 20.0e0 > 0
          THEN ANTIVENOM_KUSTO_BETA_SHARE(0.1e0, (
            -1.0e0
          ), 20.0e0)
          WHEN 0.1e0 < 0 OR 0.1e0 > 1
          THEN CAST('nan' AS DOUBLE)
          WHEN given1 < 0
          AND given1 = TRUNC(given1)
          AND 20.0e0 > 0
          AND given1 + 20.0e0 + 2 > 0
          AND 0.1e0 > 0
          AND 0.1e0 < 1
          THEN 1e0
          WHEN NOT 0.1e0 IS NULL AND NOT given1 IS NULL AND NOT 20.0e0 IS NULL
          THEN CAST('nan' AS DOUBLE)
        END
      ),
      1
    ) AS negative_10,
    CASE
      WHEN 7.8e0 <= 0.0e0 OR 3.8e0 <= 0.0e0
      THEN CAST('nan' AS DOUBLE)
      ELSE CASE
        WHEN 15.0e0 < 2.0e0 OR 15.0e0 < 2.0e0
        THEN CAST('nan' AS DOUBLE)
        ELSE ANTIVENOM_KUSTO_WELCH(20.82e0, 7.8e0, 15.0e0, 22.99e0, 3.8e0, 15.0e0)
      END
    END AS i_11
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
  negative_10,
  i_11
FROM r2
