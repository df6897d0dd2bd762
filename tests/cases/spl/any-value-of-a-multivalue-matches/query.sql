WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    sourcetype_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    sourcetype_2
  FROM r1
  WHERE
    LIST_BOOL_OR(
      LIST_TRANSFORM(sourcetype_2, LAMBDA element : LOWER(element) = CAST($p1 AS TEXT))
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1,
    sourcetype_2
  FROM r2
  WHERE
    LIST_BOOL_OR(
      LIST_TRANSFORM(
        sourcetype_2,
        LAMBDA element : CASE
          WHEN NOT CASE
            WHEN ORD(element) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(element, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(element AS DOUBLE)
          END IS NULL
          AND NOT CASE
            WHEN ORD(CAST($p2 AS TEXT)) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(CAST($p2 AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(CAST($p2 AS TEXT) AS DOUBLE)
          END IS NULL
          THEN CASE
            WHEN ORD(element) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(element, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(element AS DOUBLE)
          END = CASE
            WHEN ORD(CAST($p2 AS TEXT)) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(CAST($p2 AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(CAST($p2 AS TEXT) AS DOUBLE)
          END
          ELSE element = CAST($p2 AS TEXT)
        END
      )
    )
), r4 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r3
)
SELECT
  id_1
FROM r4
-- $p1 = 'linux:auditd'
-- $p2 = 'linux:audit'
