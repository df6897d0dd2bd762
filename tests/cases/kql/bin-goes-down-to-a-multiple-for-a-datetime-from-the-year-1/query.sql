WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-5 AS BIGINT)],
        LAMBDA given0 : CASE
          WHEN CAST(2 AS BIGINT) > 0
          THEN given0 - (
            (
              given0 % CAST(2 AS BIGINT)
            ) + CAST(2 AS BIGINT)
          ) % CAST(2 AS BIGINT)
        END
      ),
      1
    ) AS a_2,
    CASE
      WHEN 2.0e0 = 0
      THEN ERROR('not supported: KQL bin of a real by zero')
      WHEN 2.0e0 > 0
      THEN FLOOR(5.5e0 / 2.0e0) * 2.0e0
    END AS b_3,
    CASE
      WHEN CAST(6048000000000 AS BIGINT) > 0
      THEN CAST(616888224000000000 AS BIGINT) - (
        (
          CAST(616888224000000000 AS BIGINT) % CAST(6048000000000 AS BIGINT)
        ) + CAST(6048000000000 AS BIGINT)
      ) % CAST(6048000000000 AS BIGINT)
    END AS c_4,
    CASE
      WHEN CAST(18000000000 AS BIGINT) > 0
      THEN CAST(51000000000 AS BIGINT) - (
        (
          CAST(51000000000 AS BIGINT) % CAST(18000000000 AS BIGINT)
        ) + CAST(18000000000 AS BIGINT)
      ) % CAST(18000000000 AS BIGINT)
    END AS d_5
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5
FROM r2
