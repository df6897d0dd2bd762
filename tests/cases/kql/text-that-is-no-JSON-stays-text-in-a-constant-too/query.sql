WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN TRIM(CAST($p1 AS TEXT)) = ''
      THEN NULL
      WHEN JSON_VALID(CAST($p1 AS TEXT))
      AND REGEXP_MATCHES(
        REGEXP_REPLACE(CAST($p1 AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
        '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
      )
      THEN COALESCE(
        ANTIVENOM_KUSTO_STRICT_JSON(CAST($p1 AS TEXT)),
        CAST(TO_JSON(CAST($p1 AS TEXT)) AS TEXT)
      )
      WHEN JSON_VALID(CAST($p1 AS TEXT))
      THEN NULLIF(TRY(CAST(JSON(CAST($p1 AS TEXT)) AS TEXT)), 'null')
      ELSE CAST(TO_JSON(CAST($p1 AS TEXT)) AS TEXT)
    END AS a_2,
    CASE
      WHEN TRIM(CAST($p2 AS TEXT)) = ''
      THEN NULL
      WHEN JSON_VALID(CAST($p2 AS TEXT))
      AND REGEXP_MATCHES(
        REGEXP_REPLACE(CAST($p2 AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
        '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
      )
      THEN COALESCE(
        ANTIVENOM_KUSTO_STRICT_JSON(CAST($p2 AS TEXT)),
        CAST(TO_JSON(CAST($p2 AS TEXT)) AS TEXT)
      )
      WHEN JSON_VALID(CAST($p2 AS TEXT))
      THEN NULLIF(TRY(CAST(JSON(CAST($p2 AS TEXT)) AS TEXT)), 'null')
      ELSE CAST(TO_JSON(CAST($p2 AS TEXT)) AS TEXT)
    END AS b_3,
    NULLIF(
      CAST(CASE
        WHEN TRIM(CAST($p3 AS TEXT)) = ''
        THEN NULL
        WHEN JSON_VALID(CAST($p3 AS TEXT))
        AND REGEXP_MATCHES(
          REGEXP_REPLACE(CAST($p3 AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
          '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
        )
        THEN COALESCE(
          ANTIVENOM_KUSTO_STRICT_JSON(CAST($p3 AS TEXT)),
          CAST(TO_JSON(CAST($p3 AS TEXT)) AS TEXT)
        )
        WHEN JSON_VALID(CAST($p3 AS TEXT))
        THEN NULLIF(TRY(CAST(JSON(CAST($p3 AS TEXT)) AS TEXT)), 'null')
        ELSE CAST(TO_JSON(CAST($p3 AS TEXT)) AS TEXT)
      END -> CAST($p4 AS TEXT) AS TEXT),
      'null'
    ) AS c_4
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4
FROM r2
-- $p1 = '[1,2'
-- $p2 = 'abc'
-- $p3 = '[1, 2]'
-- $p4 = '$[1]'
