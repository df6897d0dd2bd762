WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN LIST_BOOL_AND(
        LIST_TRANSFORM(
          [
            CASE
              WHEN JSON_TYPE(CAST($p1 AS TEXT)) = 'ARRAY'
              THEN LIST_TRANSFORM(
                FROM_JSON(CAST($p1 AS TEXT), '["JSON"]'),
                LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
              )
            END,
            CASE
              WHEN JSON_TYPE(CAST($p2 AS TEXT)) = 'ARRAY'
              THEN LIST_TRANSFORM(
                FROM_JSON(CAST($p2 AS TEXT), '["JSON"]'),
                LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
              )
            END
          ],
          LAMBDA one : NOT one IS NULL
        )
      )
      THEN LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            [
              CASE
                WHEN JSON_TYPE(CAST($p1 AS TEXT)) = 'ARRAY'
                THEN LIST_TRANSFORM(
                  FROM_JSON(CAST($p1 AS TEXT), '["JSON"]'),
                  LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
                )
              END,
              CASE
                WHEN JSON_TYPE(CAST($p2 AS TEXT)) = 'ARRAY'
                THEN LIST_TRANSFORM(
                  FROM_JSON(CAST($p2 AS TEXT), '["JSON"]'),
                  LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
                )
              END
            ]
          ],
          LAMBDA lists : '[' || ARRAY_TO_STRING(FLATTEN(lists), ',') || ']'
        ),
        1
      )
    END AS a_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-2 AS BIGINT)],
        LAMBDA given1 : LIST_EXTRACT(
          LIST_TRANSFORM(
            [CAST(-1 AS BIGINT)],
            LAMBDA given2 : CASE
              WHEN JSON_TYPE(CAST($p3 AS TEXT)) = 'ARRAY'
              THEN '[' || ARRAY_TO_STRING(
                LIST_SLICE(
                  LIST_TRANSFORM(
                    FROM_JSON(CAST($p3 AS TEXT), '["JSON"]'),
                    LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
                  ),
                  CASE
                    WHEN given1 < 0
                    THEN GREATEST(JSON_ARRAY_LENGTH(CAST($p3 AS TEXT)) + given1, 0)
                    ELSE LEAST(given1, 4000000000)
                  END + 1,
                  CASE
                    WHEN given2 < 0
                    THEN GREATEST(JSON_ARRAY_LENGTH(CAST($p3 AS TEXT)) + given2, -1)
                    ELSE LEAST(given2, 4000000000)
                  END + 1
                ),
                ','
              ) || ']'
            END
          ),
          1
        )
      ),
      1
    ) AS b_3,
    CASE
      WHEN JSON_TYPE(CAST($p4 AS TEXT)) = 'ARRAY'
      THEN '[' || ARRAY_TO_STRING(
        LIST_SLICE(
          LIST_TRANSFORM(
            FROM_JSON(CAST($p4 AS TEXT), '["JSON"]'),
            LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
          ),
          CASE
            WHEN CAST(5 AS BIGINT) < 0
            THEN GREATEST(JSON_ARRAY_LENGTH(CAST($p4 AS TEXT)) + CAST(5 AS BIGINT), 0)
            ELSE LEAST(CAST(5 AS BIGINT), 4000000000)
          END + 1,
          CASE
            WHEN CAST(9 AS BIGINT) < 0
            THEN GREATEST(JSON_ARRAY_LENGTH(CAST($p4 AS TEXT)) + CAST(9 AS BIGINT), -1)
            ELSE LEAST(CAST(9 AS BIGINT), 4000000000)
          END + 1
        ),
        ','
      ) || ']'
    END AS c_4,
    CASE
      WHEN JSON_TYPE(CAST($p5 AS TEXT)) = 'ARRAY'
      THEN '[' || ARRAY_TO_STRING(
        LIST_REVERSE(
          LIST_TRANSFORM(
            FROM_JSON(CAST($p5 AS TEXT), '["JSON"]'),
            LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
          )
        ),
        ','
      ) || ']'
    END AS d_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-10 AS BIGINT)],
        LAMBDA given2 : CASE
          WHEN JSON_TYPE(CAST($p6 AS TEXT)) = 'ARRAY'
          THEN '[' || ARRAY_TO_STRING(
            LIST_SLICE(
              LIST_TRANSFORM(
                FROM_JSON(CAST($p6 AS TEXT), '["JSON"]'),
                LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
              ),
              CASE
                WHEN CAST(0 AS BIGINT) < 0
                THEN GREATEST(JSON_ARRAY_LENGTH(CAST($p6 AS TEXT)) + CAST(0 AS BIGINT), 0)
                ELSE LEAST(CAST(0 AS BIGINT), 4000000000)
              END + 1,
              CASE
                WHEN given2 < 0
                THEN GREATEST(JSON_ARRAY_LENGTH(CAST($p6 AS TEXT)) + given2, -1)
                ELSE LEAST(given2, 4000000000)
              END + 1
            ),
            ','
          ) || ']'
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
-- $p1 = '[1,"x",null]'
-- $p2 = '[{"a":1}]'
-- $p3 = '[1,2,3,4]'
-- $p4 = '[1,2]'
-- $p5 = '[1,null,"b"]'
-- $p6 = '[1,2,3]'
