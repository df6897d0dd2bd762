WITH r1 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1
  FROM r1
  WHERE
    COALESCE(REGEXP_MATCHES(CommandLine_1, 'ab+c'), FALSE)
    OR COALESCE(REGEXP_MATCHES(CommandLine_1, '(?i)x\d{2}\n?\z'), FALSE)
), r3 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1
  FROM r2
)
SELECT
  CommandLine_1
FROM r3
