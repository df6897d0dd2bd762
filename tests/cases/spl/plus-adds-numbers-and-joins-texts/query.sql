WITH r1 AS NOT MATERIALIZED (
  SELECT
    n_1,
    m_2,
    s_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    n_1,
    m_2,
    s_3,
    CASE
      WHEN NOT CASE
        WHEN ORD(n_1) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_1 AS DOUBLE)
      END IS NULL
      AND NOT CASE
        WHEN ORD(m_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(m_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(m_2 AS DOUBLE)
      END IS NULL
      THEN CASE
        WHEN (
          CASE
            WHEN ORD(n_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_1 AS DOUBLE)
          END + CASE
            WHEN ORD(m_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(m_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(m_2 AS DOUBLE)
          END
        ) = TRUNC(
          (
            CASE
              WHEN ORD(n_1) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_1 AS DOUBLE)
            END + CASE
              WHEN ORD(m_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(m_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(m_2 AS DOUBLE)
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
              WHEN ORD(m_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(m_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(m_2 AS DOUBLE)
            END
          )
        ) < 9e18
        THEN CAST(TRY_CAST((
          CASE
            WHEN ORD(n_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_1 AS DOUBLE)
          END + CASE
            WHEN ORD(m_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(m_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(m_2 AS DOUBLE)
          END
        ) AS BIGINT) AS TEXT)
        ELSE CAST((
          CASE
            WHEN ORD(n_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_1 AS DOUBLE)
          END + CASE
            WHEN ORD(m_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(m_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(m_2 AS DOUBLE)
          END
        ) AS TEXT)
      END
      ELSE n_1 || m_2
    END AS x_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    n_1,
    m_2,
    s_3,
    x_4,
    (
      s_3 || CAST($p1 AS TEXT)
    ) || s_3 AS y_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    n_1,
    m_2,
    s_3,
    x_4,
    y_5,
    CASE
      WHEN ORD(n_1) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(n_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(n_1 AS DOUBLE)
    END + 1.0e0 AS z_6
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    x_4,
    y_5,
    z_6
  FROM r4
)
SELECT
  x_4,
  y_5,
  z_6
FROM r5
-- $p1 = '-'
