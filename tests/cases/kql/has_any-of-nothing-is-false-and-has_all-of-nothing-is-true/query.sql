WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    FALSE AS none_2,
    TRUE AS all_3
  FROM r1
)
SELECT
  none_2,
  all_3
FROM r2
