WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(NULL AS BIGINT) AS x_1,
    CAST(NULL AS TEXT) AS s_2
  WHERE
    FALSE
), r2 AS NOT MATERIALIZED (
  SELECT
    x_1,
    s_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    COUNT(*) AS count__3,
    CAST((
      (
        COALESCE(SUM(CAST(x_1 AS INT128)), 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS sum_x_4,
    CASE
      WHEN COUNT(x_1) = 0
      THEN CAST('nan' AS DOUBLE)
      ELSE CAST(CAST((
        (
          COALESCE(SUM(CAST(x_1 AS INT128)), 0) + 9223372036854775808
        ) & 18446744073709551615
      ) - 9223372036854775808 AS BIGINT) AS DOUBLE) / COUNT(x_1)
    END AS avg_x_5,
    MIN(x_1) AS min_x_6,
    COALESCE(MAX(s_2), '') AS max_s_7,
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN x_1 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN x_1 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS list_x_8,
    COALESCE(ANY_VALUE(s_2), '') AS s_9
  FROM r2
)
SELECT
  count__3,
  sum_x_4,
  avg_x_5,
  min_x_6,
  max_s_7,
  list_x_8,
  s_9
FROM r3
