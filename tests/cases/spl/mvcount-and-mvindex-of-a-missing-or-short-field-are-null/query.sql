WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    m_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    m_2,
    CAST(NULLIF(LENGTH(m_2), 0) AS DOUBLE) AS n_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1,
    m_2,
    n_3,
    LIST_EXTRACT(
      m_2,
      CASE
        WHEN 1.0e0 < 0
        THEN TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT) + 1
      END
    ) AS second_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    id_1,
    m_2,
    n_3,
    second_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            -1.0e0
        )],
        LAMBDA given1 : LIST_EXTRACT(
          m_2,
          CASE
            WHEN given1 < 0
            THEN TRY_CAST(TRUNC(given1) AS BIGINT)
            ELSE TRY_CAST(TRUNC(given1) AS BIGINT) + 1
          END
        )
      ),
      1
    ) AS last_5
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    id_1,
    m_2,
    n_3,
    second_4,
    last_5,
    CASE
      WHEN CASE
        WHEN 0.0e0 < 0
        THEN LENGTH(m_2) + TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT)
      END >= 0
      AND CASE
        WHEN 0.0e0 < 0
        THEN LENGTH(m_2) + TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT)
      END <= CASE
        WHEN 1.0e0 < 0
        THEN LENGTH(m_2) + TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT)
      END
      AND CASE
        WHEN 1.0e0 < 0
        THEN LENGTH(m_2) + TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT)
      END < LENGTH(m_2)
      THEN LIST_SLICE(
        m_2,
        CASE
          WHEN 0.0e0 < 0
          THEN LENGTH(m_2) + TRY_CAST(TRUNC(0.0e0) AS BIGINT)
          ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        END + 1,
        CASE
          WHEN 1.0e0 < 0
          THEN LENGTH(m_2) + TRY_CAST(TRUNC(1.0e0) AS BIGINT)
          ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        END + 1
      )
    END AS two_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    id_1,
    n_3,
    second_4,
    last_5,
    two_6
  FROM r5
)
SELECT
  id_1,
  n_3,
  second_4,
  last_5,
  two_6
FROM r6
