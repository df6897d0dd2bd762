WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(r_1 AS DOUBLE) AS r_1
  FROM (VALUES
    (1.0e0),
    (0.5e0),
    (1000000000000000.0e0),
    (1e+20),
    (1e+21),
    (1e+22),
    (1.5e-05),
    (1e-07),
    (33.333333333333336e0),
    (CAST('nan' AS DOUBLE)),
    (CAST('inf' AS DOUBLE)),
    (CAST(NULL AS DOUBLE))) AS given(r_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    r_1,
    CASE
      WHEN r_1 IS NULL
      THEN ''
      ELSE CASE
        WHEN ABS(r_1) < 1e9 AND r_1 * 8 = TRUNC(r_1 * 8)
        THEN CAST(r_1 AS TEXT)
        ELSE ANTIVENOM_KUSTO_REAL_TEXT(r_1)
      END
    END AS shown_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [0.1e0 + 0.2e0],
        LAMBDA given0 : CASE
          WHEN given0 IS NULL
          THEN ''
          ELSE CASE
            WHEN ABS(given0) < 1e9 AND given0 * 8 = TRUNC(given0 * 8)
            THEN CAST(given0 AS TEXT)
            ELSE ANTIVENOM_KUSTO_REAL_TEXT(given0)
          END
        END
      ),
      1
    ) AS sum_3
  FROM r1
)
SELECT
  r_1,
  shown_2,
  sum_3
FROM r2
