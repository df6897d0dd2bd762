WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    status_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    status_2
  FROM r1
  WHERE
    status_2 = CAST($p1 AS TEXT)
    OR CASE
      WHEN NOT status_2 IS NULL
      THEN COALESCE(
        CASE
          WHEN ORD(status_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(status_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(status_2 AS DOUBLE)
        END = CAST(CAST($p2 AS TEXT) AS DOUBLE),
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
-- $p1 = '4*'
-- $p2 = '500'
