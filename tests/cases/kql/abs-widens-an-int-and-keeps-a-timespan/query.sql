WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN CAST(-3 AS BIGINT) <= -9223372036854775808
      THEN ERROR('not supported: KQL abs of the lowest long')
      ELSE ABS(CAST(-3 AS BIGINT))
    END AS a_2,
    ABS((
      -2.5e0
    )) AS b_3,
    CASE
      WHEN CAST(-36000000000 AS BIGINT) <= -9223372036854775808
      THEN ERROR('not supported: KQL abs of the lowest long')
      ELSE ABS(CAST(-36000000000 AS BIGINT))
    END AS c_4,
    CASE
      WHEN CAST(NULL AS BIGINT) <= -9223372036854775808
      THEN ERROR('not supported: KQL abs of the lowest long')
      ELSE ABS(CAST(NULL AS BIGINT))
    END AS d_5,
    CASE
      WHEN CAST(-9223372036854775807 AS BIGINT) <= -9223372036854775808
      THEN ERROR('not supported: KQL abs of the lowest long')
      ELSE ABS(CAST(-9223372036854775807 AS BIGINT))
    END AS e_6
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6
FROM r2
