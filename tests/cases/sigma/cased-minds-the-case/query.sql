WITH r1 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1
  FROM r1
  WHERE
    COALESCE(CONTAINS(CommandLine_1, CAST($p1 AS TEXT)), FALSE)
), r3 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1
  FROM r2
)
SELECT
  CommandLine_1
FROM r3
-- $p1 = 'Ab'
