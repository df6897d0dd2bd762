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
    OR COALESCE(
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
    OR COALESCE(
      CONTAINS(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END,
        CASE
          WHEN STRLEN(CAST($p3 AS TEXT)) = LENGTH(CAST($p3 AS TEXT))
          THEN LOWER(CAST($p3 AS TEXT))
          ELSE ANTIVENOM_FOLD(CAST($p3 AS TEXT))
        END
      ),
      FALSE
    )
    OR COALESCE(
      CONTAINS(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END,
        CASE
          WHEN STRLEN(CAST($p4 AS TEXT)) = LENGTH(CAST($p4 AS TEXT))
          THEN LOWER(CAST($p4 AS TEXT))
          ELSE ANTIVENOM_FOLD(CAST($p4 AS TEXT))
        END
      ),
      FALSE
    )
    OR COALESCE(
      CONTAINS(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END,
        CASE
          WHEN STRLEN(CAST($p5 AS TEXT)) = LENGTH(CAST($p5 AS TEXT))
          THEN LOWER(CAST($p5 AS TEXT))
          ELSE ANTIVENOM_FOLD(CAST($p5 AS TEXT))
        END
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
-- $p1 = ' -e-x '
-- $p2 = ' /e-x '
-- $p3 = ' –e-x '
-- $p4 = ' —e-x '
-- $p5 = ' ―e-x '
