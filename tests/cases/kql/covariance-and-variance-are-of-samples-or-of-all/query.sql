WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(x_1 AS BIGINT) AS x_1,
    CAST(y_2 AS DOUBLE) AS y_2
  FROM (VALUES
    (CAST(1 AS BIGINT), 14.0e0),
    (CAST(2 AS BIGINT), 10.0e0),
    (CAST(3 AS BIGINT), 17.0e0),
    (CAST(4 AS BIGINT), 20.0e0),
    (CAST(5 AS BIGINT), 50.0e0)) AS given(x_1, y_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    COALESCE(COVAR_SAMP(TRY_CAST(x_1 AS DOUBLE), y_2), 0e0) AS covariance_x_y_3,
    COALESCE(COVAR_POP(TRY_CAST(x_1 AS DOUBLE), y_2), 0e0) AS covariancep_x_y_4,
    COALESCE(
      COVAR_SAMP(
        CASE
          WHEN x_1 > CAST(2 AS BIGINT)
          THEN TRY_CAST(x_1 AS DOUBLE)
          ELSE CAST(NULL AS DOUBLE)
        END,
        y_2
      ),
      0e0
    ) AS covarianceif_x_y_5,
    CASE
      WHEN COUNT(
        CASE
          WHEN x_1 > CAST(2 AS BIGINT)
          THEN TRY_CAST(x_1 AS DOUBLE)
          ELSE CAST(NULL AS DOUBLE)
        END
      ) = 0
      THEN 0e0
      ELSE VAR_POP(
        CASE
          WHEN x_1 > CAST(2 AS BIGINT)
          THEN TRY_CAST(x_1 AS DOUBLE)
          ELSE CAST(NULL AS DOUBLE)
        END
      )
    END AS variancepif_x_6,
    CASE
      WHEN COUNT(CASE WHEN x_1 > CAST(2 AS BIGINT) THEN y_2 ELSE CAST(NULL AS DOUBLE) END) < 2
      THEN 0e0
      ELSE STDDEV_SAMP(CASE WHEN x_1 > CAST(2 AS BIGINT) THEN y_2 ELSE CAST(NULL AS DOUBLE) END)
    END AS stdevif_y_7
  FROM r1
)
SELECT
  covariance_x_y_3,
  covariancep_x_y_4,
  covarianceif_x_y_5,
  variancepif_x_6,
  stdevif_y_7
FROM r2
