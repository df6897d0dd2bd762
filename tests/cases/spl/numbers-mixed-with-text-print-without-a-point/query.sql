WITH r1 AS NOT MATERIALIZED (
  SELECT
    n_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    n_1,
    CASE
      WHEN CASE
        WHEN NOT CASE
          WHEN ORD(n_1) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_1 AS DOUBLE)
        END IS NULL
        THEN CASE
          WHEN ORD(n_1) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_1 AS DOUBLE)
        END > 1.0e0
        ELSE n_1 > CASE
          WHEN 1.0e0 = TRUNC(1.0e0) AND ABS(1.0e0) < 9e18
          THEN CAST(TRY_CAST(1.0e0 AS BIGINT) AS TEXT)
          ELSE CAST(1.0e0 AS TEXT)
        END
      END
      THEN LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            CASE
              WHEN ORD(n_1) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_1 AS DOUBLE)
            END * 2.0e0
          ],
          LAMBDA given0 : CASE
            WHEN given0 = TRUNC(given0) AND ABS(given0) < 9e18
            THEN CAST(TRY_CAST(given0 AS BIGINT) AS TEXT)
            ELSE CAST(given0 AS TEXT)
          END
        ),
        1
      )
      ELSE CAST($p1 AS TEXT)
    END AS v_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    v_2
  FROM r2
)
SELECT
  v_2
FROM r3
-- $p1 = 'small'
