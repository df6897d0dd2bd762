WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    v_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    v_2
  FROM r1
  WHERE
    CASE
      WHEN NOT v_2 IS NULL
      THEN COALESCE(
        CASE
          WHEN ORD(v_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_2 AS DOUBLE)
        END = CAST(1.0e0 AS DOUBLE),
        FALSE
      )
    END
    OR CASE
      WHEN NOT CASE
        WHEN ORD(v_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(v_2 AS DOUBLE)
      END IS NULL
      THEN CASE
        WHEN ORD(v_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(v_2 AS DOUBLE)
      END > CAST(CAST($p1 AS TEXT) AS DOUBLE)
      ELSE v_2 > CAST($p1 AS TEXT)
    END
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r2
)
SELECT
  id_1
FROM r3
-- $p1 = '9.5'
