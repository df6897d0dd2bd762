WITH r1 AS NOT MATERIALIZED (
  SELECT
    process_id_1,
    dest_2,
    process_name_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    process_id_1,
    dest_2,
    process_name_3
  FROM r1
  WHERE
    (
      STARTS_WITH(LOWER(process_name_3), CAST($p1 AS TEXT))
      OR (
        LOWER(process_name_3) = CAST($p2 AS TEXT)
        OR LOWER(process_name_3) = CAST($p3 AS TEXT)
      )
    )
    AND CASE
      WHEN NOT CASE
        WHEN ORD(process_id_1) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(process_id_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(process_id_1 AS DOUBLE)
      END IS NULL
      THEN CASE
        WHEN ORD(process_id_1) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(process_id_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(process_id_1 AS DOUBLE)
      END > CAST(CAST($p4 AS TEXT) AS DOUBLE)
      ELSE process_id_1 > CAST($p4 AS TEXT)
    END
    AND NOT COALESCE(LOWER(dest_2) = CAST($p5 AS TEXT), FALSE)
), r3 AS NOT MATERIALIZED (
  SELECT
    process_id_1,
    dest_2,
    process_name_3
  FROM r2
  WHERE
    NOT process_id_1 IS NULL
), r4 AS NOT MATERIALIZED (
  SELECT
    process_id_1 AS c_5,
    CAST(COUNT(*) AS DOUBLE) AS count_4
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    c_5,
    count_4
  FROM r4
  ORDER BY
    CASE
      WHEN ORD(c_5) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_5, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_5 AS DOUBLE)
    END ASC,
    c_5 ASC
)
SELECT
  c_5,
  count_4
FROM r5
-- $p1 = 'python'
-- $p2 = 'zsh'
-- $p3 = 'fish'
-- $p4 = '9'
-- $p5 = 'c'
