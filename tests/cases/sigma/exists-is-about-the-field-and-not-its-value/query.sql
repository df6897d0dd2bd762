WITH r1 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1,
    Image_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1,
    Image_2
  FROM r1
  WHERE
    NOT CommandLine_1 IS NULL AND Image_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1,
    Image_2
  FROM r2
)
SELECT
  CommandLine_1,
  Image_2
FROM r3
