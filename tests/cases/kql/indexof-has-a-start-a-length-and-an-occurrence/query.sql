WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_INDEXOF_WITHIN(
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      CAST(1 AS BIGINT),
      CAST(2 AS BIGINT),
      CAST(1 AS BIGINT)
    ) AS a_2,
    ANTIVENOM_KUSTO_INDEXOF_WITHIN(
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      CAST(-5 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(1 AS BIGINT)
    ) AS b_3,
    ANTIVENOM_KUSTO_INDEXOF_WITHIN(
      CAST($p3 AS TEXT),
      CAST($p4 AS TEXT),
      CAST(1 AS BIGINT),
      CAST(4 AS BIGINT),
      CAST(1 AS BIGINT)
    ) AS c_4,
    ANTIVENOM_KUSTO_INDEXOF_WITHIN(
      CAST($p5 AS TEXT),
      CAST($p2 AS TEXT),
      CAST(1 AS BIGINT),
      CAST(10 AS BIGINT),
      CAST(2 AS BIGINT)
    ) AS d_5,
    ANTIVENOM_KUSTO_INDEXOF_WITHIN(
      CAST($p5 AS TEXT),
      CAST($p2 AS TEXT),
      CAST(1 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(3 AS BIGINT)
    ) AS e_6,
    ANTIVENOM_KUSTO_INDEXOF_WITHIN(
      CAST($p6 AS TEXT),
      CAST($p7 AS TEXT),
      CAST(0 AS BIGINT),
      CAST(-2 AS BIGINT),
      CAST(1 AS BIGINT)
    ) AS f_7,
    CASE
      WHEN CAST($p8 AS TEXT) = CAST($p8 AS TEXT)
      THEN CAST(NULL AS BIGINT)
      ELSE CASE
        WHEN LIST_EXTRACT(
          LIST_TRANSFORM(
            [
              CASE
                WHEN CAST($p6 AS TEXT) = ''
                OR (
                  CAST(1 AS BIGINT) < 0 AND LENGTH(CAST($p6 AS TEXT)) + CAST(1 AS BIGINT) < 0
                )
                THEN ''
                ELSE SUBSTRING(
                  CAST($p6 AS TEXT),
                  CASE
                    WHEN CAST(1 AS BIGINT) < 0
                    THEN LENGTH(CAST($p6 AS TEXT)) + CAST(1 AS BIGINT)
                    ELSE LEAST(CAST(1 AS BIGINT), 4000000000)
                  END + 1
                )
              END
            ],
            LAMBDA given0 : CASE
              WHEN STRPOS(given0, CAST($p8 AS TEXT)) = 0
              THEN -1
              ELSE CAST(STRPOS(given0, CAST($p8 AS TEXT)) AS BIGINT) - 1
            END
          ),
          1
        ) < CAST(0 AS BIGINT)
        THEN LIST_EXTRACT(
          LIST_TRANSFORM(
            [
              CASE
                WHEN CAST($p6 AS TEXT) = ''
                OR (
                  CAST(1 AS BIGINT) < 0 AND LENGTH(CAST($p6 AS TEXT)) + CAST(1 AS BIGINT) < 0
                )
                THEN ''
                ELSE SUBSTRING(
                  CAST($p6 AS TEXT),
                  CASE
                    WHEN CAST(1 AS BIGINT) < 0
                    THEN LENGTH(CAST($p6 AS TEXT)) + CAST(1 AS BIGINT)
                    ELSE LEAST(CAST(1 AS BIGINT), 4000000000)
                  END + 1
                )
              END
            ],
            LAMBDA given0 : CASE
              WHEN STRPOS(given0, CAST($p8 AS TEXT)) = 0
              THEN -1
              ELSE CAST(STRPOS(given0, CAST($p8 AS TEXT)) AS BIGINT) - 1
            END
          ),
          1
        )
        ELSE LIST_EXTRACT(
          LIST_TRANSFORM(
            [
              CASE
                WHEN CAST($p6 AS TEXT) = ''
                OR (
                  CAST(1 AS BIGINT) < 0 AND LENGTH(CAST($p6 AS TEXT)) + CAST(1 AS BIGINT) < 0
                )
                THEN ''
                ELSE SUBSTRING(
                  CAST($p6 AS TEXT),
                  CASE
                    WHEN CAST(1 AS BIGINT) < 0
                    THEN LENGTH(CAST($p6 AS TEXT)) + CAST(1 AS BIGINT)
                    ELSE LEAST(CAST(1 AS BIGINT), 4000000000)
                  END + 1
                )
              END
            ],
            LAMBDA given0 : CASE
              WHEN STRPOS(given0, CAST($p8 AS TEXT)) = 0
              THEN -1
              ELSE CAST(STRPOS(given0, CAST($p8 AS TEXT)) AS BIGINT) - 1
            END
          ),
          1
        ) + CAST(1 AS BIGINT)
      END
    END AS g_8
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7,
  g_8
FROM r2
-- $p1 = 'abcdefg'
-- $p2 = 'cde'
-- $p3 = '1234567'
-- $p4 = '5'
-- $p5 = 'abcdefgabcdefg'
-- $p6 = 'abc'
-- $p7 = 'b'
-- $p8 = ''
