WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN CAST($p1 AS TEXT) = ''
      OR (
        CAST(9223372036854775807 AS BIGINT) < 0
        AND LENGTH(CAST($p1 AS TEXT)) + CAST(9223372036854775807 AS BIGINT) < 0
      )
      THEN ''
      ELSE SUBSTRING(
        CAST($p1 AS TEXT),
        CASE
          WHEN CAST(9223372036854775807 AS BIGINT) < 0
          THEN LENGTH(CAST($p1 AS TEXT)) + CAST(9223372036854775807 AS BIGINT)
          ELSE LEAST(CAST(9223372036854775807 AS BIGINT), 4000000000)
        END + 1
      )
    END AS a_2,
    CASE
      WHEN JSON_TYPE(CAST($p2 AS TEXT)) = 'ARRAY'
      THEN '[' || ARRAY_TO_STRING(
        LIST_SLICE(
          LIST_TRANSFORM(
            FROM_JSON(CAST($p2 AS TEXT), '["JSON"]'),
            LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
          ),
          CASE
            WHEN CAST(0 AS BIGINT) < 0
            THEN GREATEST(JSON_ARRAY_LENGTH(CAST($p2 AS TEXT)) + CAST(0 AS BIGINT), 0)
            ELSE LEAST(CAST(0 AS BIGINT), 4000000000)
          END + 1,
          CASE
            WHEN CAST(9223372036854775807 AS BIGINT) < 0
            THEN GREATEST(JSON_ARRAY_LENGTH(CAST($p2 AS TEXT)) + CAST(9223372036854775807 AS BIGINT), -1)
            ELSE LEAST(CAST(9223372036854775807 AS BIGINT), 4000000000)
          END + 1
        ),
        ','
      ) || ']'
    END AS b_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN ABS(CAST(CAST(9223372036854775807 AS BIGINT) AS INT128) * CAST(12 AS BIGINT)) < 120000
            THEN CASE
              WHEN (
                EPOCH_US(
                  MAKE_TIMESTAMP(
                    (
                      CAST(638396640000000000 AS BIGINT) - 621355968000000000
                    ) // 10 - CASE
                      WHEN (
                        CAST(638396640000000000 AS BIGINT) - 621355968000000000
                      ) % 10 < 0
                      THEN 1
                      ELSE 0
                    END
                  ) + TO_MONTHS(CAST(CAST(9223372036854775807 AS BIGINT) * CAST(12 AS BIGINT) AS INT))
                ) * 10 + 621355968000000000
              ) + CAST(638396640000000000 AS BIGINT) % 10 BETWEEN 0 AND 3155378975999999999
              THEN (
                EPOCH_US(
                  MAKE_TIMESTAMP(
                    (
                      CAST(638396640000000000 AS BIGINT) - 621355968000000000
                    ) // 10 - CASE
                      WHEN (
                        CAST(638396640000000000 AS BIGINT) - 621355968000000000
                      ) % 10 < 0
                      THEN 1
                      ELSE 0
                    END
                  ) + TO_MONTHS(CAST(CAST(9223372036854775807 AS BIGINT) * CAST(12 AS BIGINT) AS INT))
                ) * 10 + 621355968000000000
              ) + CAST(638396640000000000 AS BIGINT) % 10
            END
          END
        ],
        LAMBDA given0 : COALESCE(
          STRFTIME(
            MAKE_TIMESTAMP((
              given0 // 10000000 - 62135596800
            ) * 1000000),
            '%Y-%m-%dT%H:%M:%S.'
          ) || LPAD(CAST(given0 % 10000000 AS TEXT), 7, '0') || 'Z',
          ''
        )
      ),
      1
    ) AS c_4,
    CASE
      WHEN ABS(CAST(CAST(1 AS BIGINT) AS INT128) * CAST(12 AS BIGINT)) < 120000
      THEN CASE
        WHEN (
          EPOCH_US(
            MAKE_TIMESTAMP(
              (
                CAST(638447616000000000 AS BIGINT) - 621355968000000000
              ) // 10 - CASE
                WHEN (
                  CAST(638447616000000000 AS BIGINT) - 621355968000000000
                ) % 10 < 0
                THEN 1
                ELSE 0
              END
            ) + TO_MONTHS(CAST(CAST(1 AS BIGINT) * CAST(12 AS BIGINT) AS INT))
          ) * 10 + 621355968000000000
        ) + CAST(638447616000000000 AS BIGINT) % 10 BETWEEN 0 AND 3155378975999999999
        THEN (
          EPOCH_US(
            MAKE_TIMESTAMP(
              (
                CAST(638447616000000000 AS BIGINT) - 621355968000000000
              ) // 10 - CASE
                WHEN (
                  CAST(638447616000000000 AS BIGINT) - 621355968000000000
                ) % 10 < 0
                THEN 1
                ELSE 0
              END
            ) + TO_MONTHS(CAST(CAST(1 AS BIGINT) * CAST(12 AS BIGINT) AS INT))
          ) * 10 + 621355968000000000
        ) + CAST(638447616000000000 AS BIGINT) % 10
      END
    END AS d_5
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5
FROM r2
-- $p1 = 'abc'
-- $p2 = '[1,2]'
