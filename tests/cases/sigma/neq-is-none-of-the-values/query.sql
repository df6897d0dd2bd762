WITH r1 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1
  FROM r1
  WHERE
    NOT (
      COALESCE(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END = LOWER(CAST($p1 AS TEXT)),
        FALSE
      )
      OR COALESCE(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END = LOWER(CAST($p2 AS TEXT)),
        FALSE
      )
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
