WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    REPEAT(CAST($p1 AS TEXT), CAST(2 AS BIGINT)) AS a_2,
    CASE
      WHEN CAST(3 AS BIGINT) > 0
      THEN REPEAT(CAST($p2 AS TEXT) || CAST($p3 AS TEXT), LEAST(CAST(3 AS BIGINT), 1024) - 1) || CAST($p2 AS TEXT)
      ELSE ''
    END AS b_3,
    CASE
      WHEN CAST(2 AS BIGINT) > 0
      THEN REPEAT(CAST($p4 AS TEXT) || CAST($p5 AS TEXT), LEAST(CAST(2 AS BIGINT), 1024) - 1) || CAST($p4 AS TEXT)
      ELSE ''
    END AS c_4,
    CASE
      WHEN REGEXP_MATCHES(
        CAST($p6 AS TEXT),
        '[\pM\x{200D}\x{1100}-\x{11FF}\x{1F1E6}-\x{1F1FF}\x{1F3FB}-\x{1F3FF}]'
      )
      THEN ANTIVENOM_KUSTO_REVERSED(CAST($p6 AS TEXT))
      ELSE REVERSE(CAST($p6 AS TEXT))
    END AS d_5,
    CAST(CASE
      WHEN CAST($p7 AS TEXT) = CAST($p8 AS TEXT)
      THEN 0
      WHEN CAST($p7 AS TEXT) < CAST($p8 AS TEXT)
      THEN -1
      ELSE 1
    END AS BIGINT) AS e_6,
    CAST(COALESCE(
      LIST_POSITION(
        LIST_TRANSFORM(
          LIST_TRANSFORM(
            CASE
              WHEN JSON_TYPE(CAST($p10 AS TEXT)) = 'ARRAY'
              THEN FROM_JSON(CAST($p10 AS TEXT), '["JSON"]')
              ELSE []
            END,
            LAMBDA element : COALESCE(element ->> '$', '')
          ),
          LAMBDA needle : CONTAINS(LOWER(CAST($p9 AS TEXT)), LOWER(needle))
          AND REGEXP_MATCHES(
            CAST($p9 AS TEXT),
            '(?is)' || CASE WHEN REGEXP_MATCHES(needle, '^[\pL\pN]') THEN '(?:^|[^\pL\pN])' ELSE '' END || REGEXP_ESCAPE(needle) || CASE WHEN REGEXP_MATCHES(needle, '[\pL\pN]$') THEN '(?:$|[^\pL\pN])' ELSE '' END
          )
        ),
        TRUE
      ),
      0
    ) - 1 AS BIGINT) AS f_7
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7
FROM r2
-- $p1 = 'ABC'
-- $p2 = '123'
-- $p3 = '.'
-- $p4 = '00:00:03'
-- $p5 = ' '
-- $p6 = '12345'
-- $p7 = 'abc'
-- $p8 = 'abd'
-- $p9 = 'Example number 2'
-- $p10 = '[1,2,3]'
