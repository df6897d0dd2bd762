WITH r1 AS NOT MATERIALIZED (
  SELECT
    Initiated_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    Initiated_1
  FROM r1
  WHERE
    COALESCE(
      CASE
        WHEN STRLEN(Initiated_1) = LENGTH(Initiated_1)
        THEN LOWER(Initiated_1)
        ELSE ANTIVENOM_FOLD(Initiated_1)
      END = LOWER(CAST($p1 AS TEXT)),
      FALSE
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    Initiated_1
  FROM r2
)
SELECT
  Initiated_1
FROM r3
-- $p1 = 'true'
