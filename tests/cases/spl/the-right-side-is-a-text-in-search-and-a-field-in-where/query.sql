WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2,
    b_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2,
    b_3
  FROM r1
  WHERE
    LOWER(a_2) = CAST($p1 AS TEXT)
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2,
    b_3
  FROM r2
  WHERE
    CASE
      WHEN NOT CASE
        WHEN ORD(a_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(a_2 AS DOUBLE)
      END IS NULL
      AND NOT CASE
        WHEN ORD(b_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(b_3 AS DOUBLE)
      END IS NULL
      THEN CASE
        WHEN ORD(a_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(a_2 AS DOUBLE)
      END <> CASE
        WHEN ORD(b_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(b_3 AS DOUBLE)
      END
      ELSE a_2 <> b_3
    END
), r4 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r3
)
SELECT
  id_1
FROM r4
-- $p1 = 'b'
