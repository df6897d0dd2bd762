WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    (
      CAST(MONTH(
        MAKE_TIMESTAMP(
          (
            CAST(636449221237654321 AS BIGINT) - 621355968000000000
          ) // 10 - CASE
            WHEN (
              CAST(636449221237654321 AS BIGINT) - 621355968000000000
            ) % 10 < 0
            THEN 1
            ELSE 0
          END
        )
      ) AS BIGINT) + 2
    ) // 3 AS a_2,
    CAST((
      CAST(CAST(636449221237654321 AS BIGINT) AS INT128) % NULLIF(CAST(10000000 AS BIGINT), 0) + ABS(CAST(CAST(10000000 AS BIGINT) AS INT128))
    ) % ABS(CAST(NULLIF(CAST(10000000 AS BIGINT), 0) AS INT128)) AS BIGINT) * CAST(100 AS BIGINT) AS b_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CAST((
            CAST(CAST(636449221237654321 AS BIGINT) AS INT128) % NULLIF(CAST(10000000 AS BIGINT), 0) + ABS(CAST(CAST(10000000 AS BIGINT) AS INT128))
          ) % ABS(CAST(NULLIF(CAST(10000000 AS BIGINT), 0) AS INT128)) AS BIGINT)
        ],
        LAMBDA given0 : CASE
          WHEN given0 <= -9223372036854775808 AND CAST(10 AS BIGINT) = -1
          THEN ERROR('not supported: KQL overflow of /')
          ELSE given0 // NULLIF(CAST(10 AS BIGINT), 0)
        END
      ),
      1
    ) AS c_4,
    CAST((
      (
        (
          CAST(CAST(CAST(636450012000000000 AS BIGINT) - CAST(636450012000000007 AS BIGINT) AS BIGINT) AS INT128) * CAST(100 AS BIGINT)
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS d_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN CAST(100 AS BIGINT) % 100 <> 0
            THEN ERROR('not supported: KQL datetime with a part of a tick')
            ELSE CAST(100 AS BIGINT) // 100
          END
        ],
        LAMBDA given1 : CASE
          WHEN (
            CAST(CAST(636449221237654321 AS BIGINT) AS INT128) + given1
          ) BETWEEN 0 AND 3155378975999999999
          THEN CAST((
            CAST(CAST(636449221237654321 AS BIGINT) AS INT128) + given1
          ) AS BIGINT)
        END
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
