WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2,
    b_3,
    c_4
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2,
    b_3,
    c_4
  FROM r1
  WHERE
    (
      CASE
        WHEN NOT CASE
          WHEN ORD(a_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(a_2 AS DOUBLE)
        END IS NULL
        THEN CASE
          WHEN ORD(a_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(a_2 AS DOUBLE)
        END = 1.0e0
        ELSE a_2 = CASE
          WHEN 1.0e0 = TRUNC(1.0e0) AND ABS(1.0e0) < 9e18
          THEN CAST(TRY_CAST(1.0e0 AS BIGINT) AS TEXT)
          ELSE CAST(1.0e0 AS TEXT)
        END
      END
      AND CASE
        WHEN NOT CASE
          WHEN ORD(b_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(b_3 AS DOUBLE)
        END IS NULL
        THEN CASE
          WHEN ORD(b_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(b_3 AS DOUBLE)
        END = 1.0e0
        ELSE b_3 = CASE
          WHEN 1.0e0 = TRUNC(1.0e0) AND ABS(1.0e0) < 9e18
          THEN CAST(TRY_CAST(1.0e0 AS BIGINT) AS TEXT)
          ELSE CAST(1.0e0 AS TEXT)
        END
      END
    )
    OR CASE
      WHEN NOT CASE
        WHEN ORD(c_4) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(c_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(c_4 AS DOUBLE)
      END IS NULL
      THEN CASE
        WHEN ORD(c_4) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(c_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(c_4 AS DOUBLE)
      END = 1.0e0
      ELSE c_4 = CASE
        WHEN 1.0e0 = TRUNC(1.0e0) AND ABS(1.0e0) < 9e18
        THEN CAST(TRY_CAST(1.0e0 AS BIGINT) AS TEXT)
        ELSE CAST(1.0e0 AS TEXT)
      END
    END
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r2
)
SELECT
  id_1
FROM r3
