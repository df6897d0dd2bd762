WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(n_2 AS TEXT) AS n_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT))) AS given(_time_1, n_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2
  FROM r1
  WHERE
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [2.25e0 * 1.5e0],
        LAMBDA given1 : CASE
          WHEN NOT CASE
            WHEN ORD(n_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_2 AS DOUBLE)
          END IS NULL
          THEN CASE
            WHEN ORD(n_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_2 AS DOUBLE)
          END > given1
          ELSE n_2 > CASE
            WHEN given1 = TRUNC(given1) AND ABS(given1) < 9e18
            THEN CAST(TRY_CAST(given1 AS BIGINT) AS TEXT)
            ELSE CAST(given1 AS TEXT)
          END
        END
      ),
      1
    )
    AND (
      CASE
        WHEN ORD(n_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_2 AS DOUBLE)
      END / NULLIF(0.5e0, 0)
    ) < 8.5e0
), r3 AS NOT MATERIALIZED (
  SELECT
    n_2
  FROM r2
)
SELECT
  n_2
FROM r3
-- $p1 = '3'
-- $p2 = '4'
