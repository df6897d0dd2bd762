WITH r1 AS NOT MATERIALIZED (
  SELECT
    c_1,
    type_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    c_1,
    type_2
  FROM r1
  WHERE
    COALESCE(
      CONTAINS(
        CASE WHEN STRLEN(c_1) = LENGTH(c_1) THEN LOWER(c_1) ELSE ANTIVENOM_FOLD(c_1) END,
        CASE
          WHEN STRLEN(CAST($p1 AS TEXT)) = LENGTH(CAST($p1 AS TEXT))
          THEN LOWER(CAST($p1 AS TEXT))
          ELSE ANTIVENOM_FOLD(CAST($p1 AS TEXT))
        END
      ),
      FALSE
    )
    OR COALESCE(
      CASE
        WHEN STRLEN(type_2) = LENGTH(type_2)
        THEN LOWER(type_2)
        ELSE ANTIVENOM_FOLD(type_2)
      END = CASE
        WHEN STRLEN(CAST($p2 AS TEXT)) = LENGTH(CAST($p2 AS TEXT))
        THEN LOWER(CAST($p2 AS TEXT))
        ELSE ANTIVENOM_FOLD(CAST($p2 AS TEXT))
      END,
      FALSE
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    c_1,
    type_2
  FROM r2
)
SELECT
  c_1,
  type_2
FROM r3
-- $p1 = 'word'
-- $p2 = 'EXECVE'
