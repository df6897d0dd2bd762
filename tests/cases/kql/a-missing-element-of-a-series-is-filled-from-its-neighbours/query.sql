WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS s_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    s_2,
    ANTIVENOM_SERIES_FILL_CONST(
      s_2,
      COALESCE(CAST(CAST(0 AS BIGINT) AS TEXT), 'null'),
      CASE
        WHEN CAST(NULL AS DOUBLE) IS NULL
        THEN 'null'
        WHEN ISNAN(CAST(NULL AS DOUBLE))
        THEN '"NaN"'
        WHEN ISINF(CAST(NULL AS DOUBLE))
        THEN CASE WHEN CAST(NULL AS DOUBLE) > 0 THEN '"Infinity"' ELSE '"-Infinity"' END
        ELSE CAST(TO_JSON(CAST(NULL AS DOUBLE)) AS TEXT)
      END
    ) AS Zero_3,
    ANTIVENOM_SERIES_FILL_FROM(
      s_2,
      CASE
        WHEN CAST(NULL AS DOUBLE) IS NULL
        THEN 'null'
        WHEN ISNAN(CAST(NULL AS DOUBLE))
        THEN '"NaN"'
        WHEN ISINF(CAST(NULL AS DOUBLE))
        THEN CASE WHEN CAST(NULL AS DOUBLE) > 0 THEN '"Infinity"' ELSE '"-Infinity"' END
        ELSE CAST(TO_JSON(CAST(NULL AS DOUBLE)) AS TEXT)
      END,
      FALSE
    ) AS After_4,
    ANTIVENOM_SERIES_FILL_FROM(
      s_2,
      CASE
        WHEN CAST(NULL AS DOUBLE) IS NULL
        THEN 'null'
        WHEN ISNAN(CAST(NULL AS DOUBLE))
        THEN '"NaN"'
        WHEN ISINF(CAST(NULL AS DOUBLE))
        THEN CASE WHEN CAST(NULL AS DOUBLE) > 0 THEN '"Infinity"' ELSE '"-Infinity"' END
        ELSE CAST(TO_JSON(CAST(NULL AS DOUBLE)) AS TEXT)
      END,
      TRUE
    ) AS Before_5,
    ANTIVENOM_SERIES_FILL_LINEAR(
      s_2,
      CASE
        WHEN CAST(NULL AS DOUBLE) IS NULL
        THEN 'null'
        WHEN ISNAN(CAST(NULL AS DOUBLE))
        THEN '"NaN"'
        WHEN ISINF(CAST(NULL AS DOUBLE))
        THEN CASE WHEN CAST(NULL AS DOUBLE) > 0 THEN '"Infinity"' ELSE '"-Infinity"' END
        ELSE CAST(TO_JSON(CAST(NULL AS DOUBLE)) AS TEXT)
      END,
      TRUE,
      COALESCE(CAST(CAST(0 AS BIGINT) AS TEXT), 'null')
    ) AS Line_6,
    ANTIVENOM_SERIES_FILL_LINEAR(
      s_2,
      CASE
        WHEN CAST(NULL AS DOUBLE) IS NULL
        THEN 'null'
        WHEN ISNAN(CAST(NULL AS DOUBLE))
        THEN '"NaN"'
        WHEN ISINF(CAST(NULL AS DOUBLE))
        THEN CASE WHEN CAST(NULL AS DOUBLE) > 0 THEN '"Infinity"' ELSE '"-Infinity"' END
        ELSE CAST(TO_JSON(CAST(NULL AS DOUBLE)) AS TEXT)
      END,
      FALSE,
      COALESCE(CAST(CAST(0 AS BIGINT) AS TEXT), 'null')
    ) AS Inner_7
  FROM r2
)
SELECT
  s_2,
  Zero_3,
  After_4,
  Before_5,
  Line_6,
  Inner_7
FROM r3
-- $p1 = '[null,111,null,36,null,null,16,null]'
