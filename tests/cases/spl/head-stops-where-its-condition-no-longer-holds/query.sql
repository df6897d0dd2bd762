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
    CASE
      WHEN COALESCE(
        CASE
          WHEN NOT CASE
            WHEN ORD(n_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_2 AS DOUBLE)
          END IS NULL
          THEN CASE
            WHEN ORD(n_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_2 AS DOUBLE)
          END < 3.0e0
          ELSE n_2 < CASE
            WHEN 3.0e0 = TRUNC(3.0e0) AND ABS(3.0e0) < 9e18
            THEN CAST(TRY_CAST(3.0e0 AS BIGINT) AS TEXT)
            ELSE CAST(3.0e0 AS TEXT)
          END
        END,
        FALSE
      )
      THEN CAST(NULL AS DOUBLE)
      ELSE 1.0e0
    END AS c_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    c_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    c_3,
    COUNT(c_3) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS failures_4,
    row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    c_3,
    failures_4
  FROM r4
  ORDER BY
    row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    c_3,
    failures_4
  FROM r5
  WHERE
    failures_4 = CAST(0 AS BIGINT)
    OR (
      failures_4 = CAST(1 AS BIGINT) AND NOT c_3 IS NULL
    )
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2
  FROM r7
  LIMIT 10
), r9 AS NOT MATERIALIZED (
  SELECT
    n_2
  FROM r8
)
SELECT
  n_2
FROM r9
-- $p1 = '1'
-- $p2 = '2'
-- $p3 = 'x'
-- $p4 = '3'
