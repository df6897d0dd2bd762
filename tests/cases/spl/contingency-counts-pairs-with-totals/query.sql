WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(size_2 AS TEXT) AS size_2,
    CAST(depth_3 AS TEXT) AS depth_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT), CAST(NULL AS TEXT))) AS given(_time_1, size_2, depth_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    size_2,
    depth_3
  FROM r1
  WHERE
    NOT size_2 IS NULL AND NOT depth_3 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    size_2,
    depth_3
  FROM r2
  WHERE
    (
      CASE WHEN size_2 = CAST($p6 AS TEXT) THEN CAST($p7 AS TEXT) ELSE size_2 END = CAST($p1 AS TEXT)
      OR CASE WHEN size_2 = CAST($p6 AS TEXT) THEN CAST($p7 AS TEXT) ELSE size_2 END = CAST($p3 AS TEXT)
    )
    AND (
      CASE WHEN depth_3 = CAST($p6 AS TEXT) THEN CAST($p7 AS TEXT) ELSE depth_3 END = CAST($p2 AS TEXT)
      OR CASE WHEN depth_3 = CAST($p6 AS TEXT) THEN CAST($p7 AS TEXT) ELSE depth_3 END = CAST($p4 AS TEXT)
    )
), r4 AS NOT MATERIALIZED (
  SELECT
    CASE WHEN size_2 = CAST($p6 AS TEXT) THEN CAST($p7 AS TEXT) ELSE size_2 END AS size_7,
    CAST(COUNT(
      CASE
        WHEN CASE WHEN depth_3 = CAST($p6 AS TEXT) THEN CAST($p7 AS TEXT) ELSE depth_3 END = CAST($p2 AS TEXT)
        THEN 1
      END
    ) AS DOUBLE) AS cell_4,
    CAST(COUNT(
      CASE
        WHEN CASE WHEN depth_3 = CAST($p6 AS TEXT) THEN CAST($p7 AS TEXT) ELSE depth_3 END = CAST($p4 AS TEXT)
        THEN 1
      END
    ) AS DOUBLE) AS cell_5,
    CAST(COUNT(*) AS DOUBLE) AS total_6
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    CAST(COUNT(
      CASE
        WHEN CASE WHEN depth_3 = CAST($p6 AS TEXT) THEN CAST($p7 AS TEXT) ELSE depth_3 END = CAST($p2 AS TEXT)
        THEN 1
      END
    ) AS DOUBLE) AS cell_8,
    CAST(COUNT(
      CASE
        WHEN CASE WHEN depth_3 = CAST($p6 AS TEXT) THEN CAST($p7 AS TEXT) ELSE depth_3 END = CAST($p4 AS TEXT)
        THEN 1
      END
    ) AS DOUBLE) AS cell_9,
    CAST(COUNT(*) AS DOUBLE) AS total_10
  FROM r3
), r6 AS NOT MATERIALIZED (
  SELECT
    CAST(size_7 AS TEXT) AS size_11,
    CAST(cell_4 AS DOUBLE) AS low_12,
    CAST(cell_5 AS DOUBLE) AS deep_13,
    CAST(total_6 AS DOUBLE) AS total_14,
    CAST(0 AS BIGINT) AS last_15
  FROM r4
  UNION ALL
  SELECT
    CAST($p8 AS TEXT) AS size_11,
    CAST(cell_8 AS DOUBLE) AS low_12,
    CAST(cell_9 AS DOUBLE) AS deep_13,
    CAST(total_10 AS DOUBLE) AS total_14,
    CAST(1 AS BIGINT) AS last_15
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    size_11,
    low_12,
    deep_13,
    total_14,
    last_15
  FROM r6
  ORDER BY
    last_15 ASC,
    total_14 DESC,
    size_11 ASC,
    size_11 NULLS FIRST,
    low_12 NULLS FIRST,
    deep_13 NULLS FIRST,
    total_14 NULLS FIRST,
    last_15 NULLS FIRST
), r8 AS NOT MATERIALIZED (
  SELECT
    size_11,
    low_12,
    deep_13,
    total_14 AS TOTAL_16
  FROM r7
)
SELECT
  size_11,
  low_12,
  deep_13,
  TOTAL_16
FROM r8
-- $p1 = 'big'
-- $p2 = 'low'
-- $p3 = 'small'
-- $p4 = 'deep'
-- $p5 = 'mid'
-- $p6 = ''
-- $p7 = 'EMPTY_STR'
-- $p8 = 'TOTAL'
