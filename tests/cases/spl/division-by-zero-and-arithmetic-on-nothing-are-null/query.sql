WITH r1 AS NOT MATERIALIZED (
  SELECT
    n_1,
    text_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    n_1,
    text_2,
    CASE
      WHEN ORD(n_1) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(n_1 AS DOUBLE)
    END / NULLIF(0.0e0, 0) AS d_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    n_1,
    text_2,
    d_3,
    CASE
      WHEN NOT CASE
        WHEN ORD(n_1) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_1 AS DOUBLE)
      END IS NULL
      AND NOT CASE
        WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
      END IS NULL
      THEN CASE
        WHEN (
          CASE
            WHEN ORD(n_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_1 AS DOUBLE)
          END + CASE
            WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
          END
        ) = TRUNC(
          (
            CASE
              WHEN ORD(n_1) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_1 AS DOUBLE)
            END + CASE
              WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
            END
          )
        )
        AND ABS(
          (
            CASE
              WHEN ORD(n_1) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_1 AS DOUBLE)
            END + CASE
              WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
            END
          )
        ) < 9e18
        THEN CAST(TRY_CAST((
          CASE
            WHEN ORD(n_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_1 AS DOUBLE)
          END + CASE
            WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
          END
        ) AS BIGINT) AS TEXT)
        ELSE CAST((
          CASE
            WHEN ORD(n_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_1 AS DOUBLE)
          END + CASE
            WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
          END
        ) AS TEXT)
      END
      ELSE n_1 || CAST(NULL AS TEXT)
    END AS s_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    n_1,
    text_2,
    d_3,
    s_4,
    CASE
      WHEN ORD(text_2) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(text_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(text_2 AS DOUBLE)
    END * 2.0e0 AS t_5
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    n_1,
    text_2,
    d_3,
    s_4,
    t_5,
    7.0e0 % NULLIF(4.0e0, 0) AS r_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    d_3,
    s_4,
    t_5,
    r_6
  FROM r5
)
SELECT
  d_3,
  s_4,
  t_5,
  r_6
FROM r6
