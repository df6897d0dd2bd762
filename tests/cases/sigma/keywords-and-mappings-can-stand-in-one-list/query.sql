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
        LOWER(CAST($p1 AS TEXT))
      ),
      FALSE
    )
    OR COALESCE(
      CASE
        WHEN STRLEN(type_2) = LENGTH(type_2)
        THEN LOWER(type_2)
        ELSE ANTIVENOM_FOLD(type_2)
      END = LOWER(CAST($p2 AS TEXT)),
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
