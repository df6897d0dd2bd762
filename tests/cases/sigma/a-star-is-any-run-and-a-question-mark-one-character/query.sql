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
      REGEXP_MATCHES(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END,
        '(?s)\Aa.*c\z'
      ),
      FALSE
    )
    OR COALESCE(
      REGEXP_MATCHES(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END,
        '(?s)\Ax.z\z'
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
