WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(n_2 AS TEXT) AS n_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT))) AS given(_time_1, n_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    COALESCE(
      CASE
        WHEN CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END >= (
          -5.0e0
        )
        AND CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END <= (
          -1.0e0
        )
        THEN CAST($p5 AS TEXT)
        ELSE CAST(NULL AS TEXT)
      END,
      CASE
        WHEN CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END >= 0.0e0
        AND CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END <= 0.0e0
        THEN CAST($p6 AS TEXT)
        ELSE CAST(NULL AS TEXT)
      END,
      CASE
        WHEN CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END >= 1.0e0
        AND CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END <= 99.0e0
        THEN CAST($p7 AS TEXT)
        ELSE CAST(NULL AS TEXT)
      END,
      CAST($p8 AS TEXT)
    ) AS range_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    n_2,
    range_3
  FROM r2
)
SELECT
  n_2,
  range_3
FROM r3
-- $p1 = '-3'
-- $p2 = '0'
-- $p3 = '10'
-- $p4 = 'x'
-- $p5 = 'below'
-- $p6 = 'none'
-- $p7 = 'above'
-- $p8 = 'other'
