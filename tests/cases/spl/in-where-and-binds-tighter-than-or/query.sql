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
        WHEN NOT a_2 IS NULL
        THEN COALESCE(
          CASE
            WHEN ORD(a_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(a_2 AS DOUBLE)
          END = CAST(1.0e0 AS DOUBLE),
          FALSE
        )
      END
      AND CASE
        WHEN NOT b_3 IS NULL
        THEN COALESCE(
          CASE
            WHEN ORD(b_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(b_3 AS DOUBLE)
          END = CAST(1.0e0 AS DOUBLE),
          FALSE
        )
      END
    )
    OR CASE
      WHEN NOT c_4 IS NULL
      THEN COALESCE(
        CASE
          WHEN ORD(c_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(c_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(c_4 AS DOUBLE)
        END = CAST(1.0e0 AS DOUBLE),
        FALSE
      )
    END
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r2
)
SELECT
  id_1
FROM r3
