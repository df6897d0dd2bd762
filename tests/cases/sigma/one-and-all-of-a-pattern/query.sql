WITH r1 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1
  FROM r1
  WHERE
    COALESCE(
      CONTAINS(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END,
        LOWER(CAST($p1 AS TEXT))
      ),
      FALSE
    )
    AND COALESCE(
      CONTAINS(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END,
        LOWER(CAST($p2 AS TEXT))
      ),
      FALSE
    )
    AND NOT COALESCE(
      CONTAINS(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END,
        LOWER(CAST($p3 AS TEXT))
      ),
      FALSE
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1
  FROM r2
)
SELECT
  CommandLine_1
FROM r3
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'x'
