WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(x_1 AS DOUBLE) AS x_1
  FROM (VALUES
    (2.0e0),
    (CAST(NULL AS DOUBLE)),
    (CAST('nan' AS DOUBLE)),
    ((
        -1.0e0
    ))) AS given(x_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    x_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    x_1
  FROM r2
  ORDER BY
    ISNAN(x_1) DESC NULLS FIRST,
    x_1 ASC NULLS FIRST,
    row_position
)
SELECT
  x_1
FROM r3
