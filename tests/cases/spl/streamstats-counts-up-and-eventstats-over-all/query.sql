WITH r1 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    COUNT(*) OVER (
      PARTITION BY k_1
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS n_3,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    n_3
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    CASE WHEN NOT k_1 IS NULL THEN TRY_CAST(n_3 AS DOUBLE) ELSE CAST(NULL AS DOUBLE) END AS n_4
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    n_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    n_4,
    COUNT(*) OVER (PARTITION BY k_1) AS of_5,
    SUM(
      CASE
        WHEN ORD(v_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(v_2 AS DOUBLE)
      END
    ) OVER (PARTITION BY k_1) AS s_6,
    row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    n_4,
    of_5,
    s_6
  FROM r7
  ORDER BY
    row_position
), r9 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    n_4,
    CASE
      WHEN NOT k_1 IS NULL
      THEN TRY_CAST(of_5 AS DOUBLE)
      ELSE CAST(NULL AS DOUBLE)
    END AS of_7,
    CASE WHEN NOT k_1 IS NULL THEN TRY_CAST(s_6 AS DOUBLE) ELSE CAST(NULL AS DOUBLE) END AS s_8
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    k_1,
    n_4,
    of_7,
    s_8
  FROM r9
)
SELECT
  k_1,
  n_4,
  of_7,
  s_8
FROM r10
