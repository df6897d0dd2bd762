WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(n_2 AS TEXT) AS n_2,
    CAST(k_3 AS TEXT) AS k_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT), CAST($p7 AS TEXT))) AS given(_time_1, n_2, k_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
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
          END < 5.0e0
          ELSE n_2 < CASE
            WHEN 5.0e0 = TRUNC(5.0e0) AND ABS(5.0e0) < 9e18
            THEN CAST(TRY_CAST(5.0e0 AS BIGINT) AS TEXT)
            ELSE CAST(5.0e0 AS TEXT)
          END
        END,
        TRUE
      )
      THEN CAST(NULL AS DOUBLE)
      ELSE 1.0e0
    END AS c_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    c_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    c_4,
    COUNT(c_4) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS failures_5,
    row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    c_4,
    failures_5
  FROM r4
  ORDER BY
    row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    c_4,
    failures_5
  FROM r5
  WHERE
    failures_5 = CAST(0 AS BIGINT)
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    n_2,
    k_3
  FROM r7
)
SELECT
  n_2,
  k_3
FROM r8
-- $p1 = '1'
-- $p2 = 'a'
-- $p3 = 'b'
-- $p4 = '2'
-- $p5 = 'c'
-- $p6 = '9'
-- $p7 = 'd'
