WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN NOT ISFINITE(2.15e0 * POWER(1e1, CAST(1 AS BIGINT)))
      THEN 2.15e0
      WHEN CAST(1 AS BIGINT) < 0
      THEN ROUND(2.15e0 / POWER(1e1, -CAST(1 AS BIGINT))) * POWER(1e1, -CAST(1 AS BIGINT))
      ELSE ROUND(2.15e0 * POWER(1e1, CAST(1 AS BIGINT))) / POWER(1e1, CAST(1 AS BIGINT))
    END AS a_2,
    CASE
      WHEN NOT ISFINITE(2.98765e0 * POWER(1e1, CAST(3 AS BIGINT)))
      THEN 2.98765e0
      WHEN CAST(3 AS BIGINT) < 0
      THEN ROUND(2.98765e0 / POWER(1e1, -CAST(3 AS BIGINT))) * POWER(1e1, -CAST(3 AS BIGINT))
      ELSE ROUND(2.98765e0 * POWER(1e1, CAST(3 AS BIGINT))) / POWER(1e1, CAST(3 AS BIGINT))
    END AS b_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            -50.55e0
        )],
        LAMBDA given0 : LIST_EXTRACT(
          LIST_TRANSFORM(
            [CAST(-2 AS BIGINT)],
            LAMBDA given1 : CASE
              WHEN NOT ISFINITE(given0 * POWER(1e1, given1))
              THEN given0
              WHEN given1 < 0
              THEN ROUND(given0 / POWER(1e1, -given1)) * POWER(1e1, -given1)
              ELSE ROUND(given0 * POWER(1e1, given1)) / POWER(1e1, given1)
            END
          ),
          1
        )
      ),
      1
    ) AS c_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given1 : CASE
          WHEN NOT ISFINITE(21.5e0 * POWER(1e1, given1))
          THEN 21.5e0
          WHEN given1 < 0
          THEN ROUND(21.5e0 / POWER(1e1, -given1)) * POWER(1e1, -given1)
          ELSE ROUND(21.5e0 * POWER(1e1, given1)) / POWER(1e1, given1)
        END
      ),
      1
    ) AS d_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given1 : CASE
          WHEN given1 >= 0
          THEN CAST(15 AS BIGINT)
          WHEN given1 > -18
          THEN TRY_CAST((
            ABS(CAST(CAST(15 AS BIGINT) AS INT128)) + CAST(POWER(10, -given1) AS INT128) // 2
          ) // CAST(POWER(10, -given1) AS INT128) * CAST(POWER(10, -given1) AS INT128) * CASE WHEN CAST(15 AS BIGINT) < 0 THEN -1 ELSE 1 END AS BIGINT)
        END
      ),
      1
    ) AS e_6,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-15 AS BIGINT)],
        LAMBDA given0 : LIST_EXTRACT(
          LIST_TRANSFORM(
            [CAST(-1 AS BIGINT)],
            LAMBDA given1 : CASE
              WHEN given1 >= 0
              THEN given0
              WHEN given1 > -18
              THEN TRY_CAST((
                ABS(CAST(given0 AS INT128)) + CAST(POWER(10, -given1) AS INT128) // 2
              ) // CAST(POWER(10, -given1) AS INT128) * CAST(POWER(10, -given1) AS INT128) * CASE WHEN given0 < 0 THEN -1 ELSE 1 END AS BIGINT)
            END
          ),
          1
        )
      ),
      1
    ) AS f_7,
    CASE
      WHEN NOT ISFINITE(1e+300 * POWER(1e1, CAST(2 AS BIGINT)))
      THEN 1e+300
      WHEN CAST(2 AS BIGINT) < 0
      THEN ROUND(1e+300 / POWER(1e1, -CAST(2 AS BIGINT))) * POWER(1e1, -CAST(2 AS BIGINT))
      ELSE ROUND(1e+300 * POWER(1e1, CAST(2 AS BIGINT))) / POWER(1e1, CAST(2 AS BIGINT))
    END AS g_8,
    ROUND(CAST('nan' AS DOUBLE)) AS h_9
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
