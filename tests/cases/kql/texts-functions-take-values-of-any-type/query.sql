WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    LOWER(CAST($p1 AS TEXT)) AS a_2,
    CASE
      WHEN CONTAINS(CAST($p2 AS TEXT), 'ß')
      THEN ARRAY_TO_STRING(LIST_TRANSFORM(STR_SPLIT(CAST($p2 AS TEXT), 'ß'), LAMBDA part : UPPER(part)), 'ß')
      ELSE UPPER(CAST($p2 AS TEXT))
    END AS b_3,
    CASE
      WHEN CAST($p3 AS TEXT) = ''
      OR (
        CAST(1 AS BIGINT) < 0 AND LENGTH(CAST($p3 AS TEXT)) + CAST(1 AS BIGINT) < 0
      )
      OR CAST(2 AS BIGINT) < 0
      THEN ''
      ELSE SUBSTRING(
        CAST($p3 AS TEXT),
        CASE
          WHEN CAST(1 AS BIGINT) < 0
          THEN LENGTH(CAST($p3 AS TEXT)) + CAST(1 AS BIGINT)
          ELSE LEAST(CAST(1 AS BIGINT), 4000000000)
        END + 1,
        LEAST(CAST(2 AS BIGINT), 4000000000)
      )
    END AS c_4,
    CAST(TO_JSON(
      STR_SPLIT(
        CASE
          WHEN 1.5e0 IS NULL
          THEN ''
          ELSE CASE
            WHEN ABS(1.5e0) < 1e9 AND 1.5e0 * 8 = TRUNC(1.5e0 * 8)
            THEN CAST(1.5e0 AS TEXT)
            ELSE ANTIVENOM_KUSTO_REAL_TEXT(1.5e0)
          END
        END,
        CAST($p4 AS TEXT)
      )
    ) AS TEXT) AS d_5,
    CASE
      WHEN REGEXP_MATCHES(
        CAST($p5 AS TEXT),
        '[\pM\x{200D}\x{1100}-\x{11FF}\x{1F1E6}-\x{1F1FF}\x{1F3FB}-\x{1F3FF}]'
      )
      THEN ANTIVENOM_KUSTO_REVERSED(CAST($p5 AS TEXT))
      ELSE REVERSE(CAST($p5 AS TEXT))
    END AS e_6,
    NOT (
      CAST(1 AS BIGINT) <> 0
    ) AS f_7,
    NOT (
      CAST(0 AS BIGINT) <> 0
    ) AS g_8
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
-- $p1 = 'True'
-- $p2 = '2024-01-31T00:00:00.0000000Z'
-- $p3 = '12345'
-- $p4 = '.'
-- $p5 = '1234'
