WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS y_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_ARRAY_SORT([y_2], CAST(0 AS BIGINT), FALSE, TRUE) AS y_sorted_3,
    ANTIVENOM_KUSTO_ARRAY_SORT(
      [
        '[' || (
          COALESCE(CAST(CAST(1 AS BIGINT) AS TEXT), 'null')
        ) || ',' || (
          COALESCE(CAST(CAST(2 AS BIGINT) AS TEXT), 'null')
        ) || ']'
      ],
      CAST(0 AS BIGINT),
      TRUE,
      TRUE
    ) AS array0_sorted_4,
    ANTIVENOM_KUSTO_ARRAY_REPEAT(
      COALESCE(NULLIF(CAST(y_2 -> CAST($p2 AS TEXT) AS TEXT), 'null'), 'null'),
      CAST(2 AS BIGINT)
    ) AS repeat_y_0_5
  FROM r2
)
SELECT
  y_sorted_3,
  array0_sorted_4,
  repeat_y_0_5
FROM r3
-- $p1 = '[2,1]'
-- $p2 = '$[0]'
