WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-3 AS BIGINT)],
        LAMBDA given0 : CASE WHEN given0 <= -9223372036854775808 THEN given0 ELSE ABS(given0) END
      ),
      1
    ) AS a_2,
    ABS((
      -2.5e0
    )) AS b_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-36000000000 AS BIGINT)],
        LAMBDA given0 : CASE WHEN given0 <= -9223372036854775808 THEN given0 ELSE ABS(given0) END
      ),
      1
    ) AS c_4,
    CASE
      WHEN CAST(NULL AS BIGINT) <= -9223372036854775808
      THEN CAST(NULL AS BIGINT)
      ELSE ABS(CAST(NULL AS BIGINT))
    END AS d_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-9223372036854775807 AS BIGINT)],
        LAMBDA given0 : CASE WHEN given0 <= -9223372036854775808 THEN given0 ELSE ABS(given0) END
      ),
      1
    ) AS e_6
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6
FROM r2
