WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_KUSTO_DECIMAL_DIVIDE(CAST($p1 AS TEXT), CAST($p2 AS TEXT))],
        LAMBDA made : CASE
          WHEN made = CAST($p3 AS TEXT)
          THEN ERROR('not supported: KQL decimal divided by zero')
          ELSE made
        END
      ),
      1
    ) AS third_2,
    CASE
      WHEN LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            ANTIVENOM_KUSTO_DECIMAL_ADD(
              LIST_EXTRACT(
                LIST_TRANSFORM(
                  [ANTIVENOM_KUSTO_DECIMAL_READ(CAST($p5 AS TEXT))],
                  LAMBDA made : CASE
                    WHEN made = CAST($p3 AS TEXT)
                    THEN ERROR('not supported: KQL decimal of more than 34 digits')
                    ELSE made
                  END
                ),
                1
              ),
              LIST_EXTRACT(
                LIST_TRANSFORM(
                  [ANTIVENOM_KUSTO_DECIMAL_READ(CAST($p7 AS TEXT))],
                  LAMBDA made : CASE
                    WHEN made = CAST($p3 AS TEXT)
                    THEN ERROR('not supported: KQL decimal of more than 34 digits')
                    ELSE made
                  END
                ),
                1
              )
            )
          ],
          LAMBDA made : CASE
            WHEN made = CAST($p3 AS TEXT)
            THEN ERROR('not supported: KQL + of decimals this large')
            ELSE made
          END
        ),
        1
      ) IS NULL
      AND LIST_EXTRACT(
        LIST_TRANSFORM(
          [ANTIVENOM_KUSTO_DECIMAL_READ(CAST($p9 AS TEXT))],
          LAMBDA made : CASE
            WHEN made = CAST($p3 AS TEXT)
            THEN ERROR('not supported: KQL decimal of more than 34 digits')
            ELSE made
          END
        ),
        1
      ) IS NULL
      THEN NULL
      ELSE COALESCE(
        LIST_EXTRACT(
          LIST_TRANSFORM(
            [
              ANTIVENOM_KUSTO_DECIMAL_ADD(
                LIST_EXTRACT(
                  LIST_TRANSFORM(
                    [ANTIVENOM_KUSTO_DECIMAL_READ(CAST($p5 AS TEXT))],
                    LAMBDA made : CASE
                      WHEN made = CAST($p3 AS TEXT)
                      THEN ERROR('not supported: KQL decimal of more than 34 digits')
                      ELSE made
                    END
                  ),
                  1
                ),
                LIST_EXTRACT(
                  LIST_TRANSFORM(
                    [ANTIVENOM_KUSTO_DECIMAL_READ(CAST($p7 AS TEXT))],
                    LAMBDA made : CASE
                      WHEN made = CAST($p3 AS TEXT)
                      THEN ERROR('not supported: KQL decimal of more than 34 digits')
                      ELSE made
                    END
                  ),
                  1
                )
              )
            ],
            LAMBDA made : CASE
              WHEN made = CAST($p3 AS TEXT)
              THEN ERROR('not supported: KQL + of decimals this large')
              ELSE made
            END
          ),
          1
        ) = LIST_EXTRACT(
          LIST_TRANSFORM(
            [ANTIVENOM_KUSTO_DECIMAL_READ(CAST($p9 AS TEXT))],
            LAMBDA made : CASE
              WHEN made = CAST($p3 AS TEXT)
              THEN ERROR('not supported: KQL decimal of more than 34 digits')
              ELSE made
            END
          ),
          1
        ),
        FALSE
      )
    END AS tenths_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_KUSTO_DECIMAL_MODULO(CAST($p10 AS TEXT), CAST($p2 AS TEXT))],
        LAMBDA made : CASE
          WHEN made = CAST($p3 AS TEXT)
          THEN ERROR('not supported: KQL % of decimals below zero, or by zero')
          ELSE made
        END
      ),
      1
    ) AS rest_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          LIST_EXTRACT(
            LIST_TRANSFORM(
              [ANTIVENOM_KUSTO_DECIMAL_READ(CAST($p12 AS TEXT))],
              LAMBDA made : CASE
                WHEN made = CAST($p3 AS TEXT)
                THEN ERROR('not supported: KQL decimal of more than 34 digits')
                ELSE made
              END
            ),
            1
          )
        ],
        LAMBDA given0 : CASE
          WHEN ABS(CAST(given0 AS DOUBLE)) < 2147482624
          THEN CAST(REGEXP_EXTRACT(given0, '^-?[0-9]+') AS INT)
          WHEN NOT given0 IS NULL
          THEN ERROR('not supported: KQL whole number of a decimal this large')
        END
      ),
      1
    ) AS whole_5,
    CAST($p13 AS TEXT) AS type_6,
    ANTIVENOM_KUSTO_DECIMAL_RANK(CAST($p1 AS TEXT)) < ANTIVENOM_KUSTO_DECIMAL_RANK(
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [ANTIVENOM_KUSTO_DECIMAL_OF_REAL(1.5e0)],
          LAMBDA made : CASE
            WHEN made = CAST($p3 AS TEXT)
            THEN ERROR('not supported: KQL decimal of a real of more than 15 digits')
            ELSE made
          END
        ),
        1
      )
    ) AS less_7,
    ANTIVENOM_KUSTO_DECIMAL_LEAST(CAST($p15 AS TEXT), CAST($p16 AS TEXT)) AS least_8,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_KUSTO_DECIMAL_SUBTRACT(CAST($p17 AS TEXT), CAST($p18 AS TEXT))],
        LAMBDA made : CASE
          WHEN made = CAST($p3 AS TEXT)
          THEN ERROR('not supported: KQL - of decimals this large')
          ELSE made
        END
      ),
      1
    ) AS negative_9,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_KUSTO_DECIMAL_READ(CAST($p20 AS TEXT))],
        LAMBDA made : CASE
          WHEN made = CAST($p3 AS TEXT)
          THEN ERROR('not supported: KQL decimal of more than 34 digits')
          ELSE made
        END
      ),
      1
    ) AS none_10,
    CAST($p16 AS TEXT) IN (CAST($p1 AS TEXT), CAST($p16 AS TEXT)) AS listed_11,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_KUSTO_DECIMAL_ROUND(CAST($p21 AS TEXT), CAST(2 AS BIGINT))],
        LAMBDA made : CASE
          WHEN made = CAST($p3 AS TEXT)
          THEN ERROR('not supported: KQL round of a decimal half way')
          ELSE made
        END
      ),
      1
    ) AS cut_12,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_KUSTO_DECIMAL_BIN(CAST($p23 AS TEXT), CAST($p16 AS TEXT))],
        LAMBDA made : CASE
          WHEN made = CAST($p3 AS TEXT)
          THEN ERROR('not supported: KQL bin of decimals by zero or less')
          ELSE made
        END
      ),
      1
    ) AS floored_13
  FROM r1
)
SELECT
  third_2,
  tenths_3,
  rest_4,
  whole_5,
  type_6,
  less_7,
  least_8,
  negative_9,
  none_10,
  listed_11,
  cut_12,
  floored_13
FROM r2
-- $p1 = '1'
-- $p2 = '3'
-- $p3 = '?'
-- $p5 = '0.1'
-- $p7 = '0.2'
-- $p9 = '0.3'
-- $p10 = '10'
-- $p12 = '9.99'
-- $p13 = 'decimal'
-- $p15 = '2.5'
-- $p16 = '2'
-- $p17 = '0'
-- $p18 = '100000'
-- $p20 = 'abc'
-- $p21 = '1.257'
-- $p23 = '-5.5'
