WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(n_2 AS TEXT) AS n_2,
    CAST(t_3 AS TEXT) AS t_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT))) AS given(_time_1, n_2, t_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    t_3,
    CAST(NULL AS TEXT) AS shown_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    t_3,
    shown_4
  FROM r2
  WHERE
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
      END > 1000.0e0
      ELSE n_2 > CASE
        WHEN 1000.0e0 = TRUNC(1000.0e0) AND ABS(1000.0e0) < 9e18
        THEN CAST(TRY_CAST(1000.0e0 AS BIGINT) AS TEXT)
        ELSE CAST(1000.0e0 AS TEXT)
      END
    END
), r4 AS NOT MATERIALIZED (
  SELECT
    n_2,
    t_3,
    shown_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN CASE
        WHEN ORD(n_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_2 AS DOUBLE)
      END IS NULL
      THEN n_2
      ELSE LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            CASE
              WHEN ORD(n_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_2 AS DOUBLE)
            END
          ],
          LAMBDA given0 : CASE
            WHEN given0 = TRUNC(given0) AND ABS(given0) < 9e18
            THEN FORMAT('{:,}', CAST(given0 AS BIGINT))
            WHEN NOT given0 IS NULL
            THEN FORMAT('{:,.2f}', given0)
          END
        ),
        1
      )
    END || CAST($p5 AS TEXT) AS n_5,
    t_3,
    shown_4
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    n_5,
    t_3,
    CAST($p6 AS TEXT) || t_3 AS shown_6
  FROM r5
)
SELECT
  n_5,
  t_3,
  shown_6
FROM r6
-- $p1 = '1500'
-- $p2 = '10'
-- $p3 = '999'
-- $p4 = '20'
-- $p5 = ' B'
-- $p6 = 't'
