WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    CASE
      WHEN TRIM(s_1) = ''
      THEN NULL
      WHEN JSON_VALID(s_1)
      AND REGEXP_MATCHES(
        REGEXP_REPLACE(s_1, '"(?:[^"\\]|\\.)*"', '""', 'g'),
        '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
      )
      THEN COALESCE(ANTIVENOM_KUSTO_STRICT_JSON(s_1), CAST(TO_JSON(s_1) AS TEXT))
      WHEN JSON_VALID(s_1)
      THEN NULLIF(TRY(CAST(JSON(s_1) AS TEXT)), 'null')
      ELSE CAST(TO_JSON(s_1) AS TEXT)
    END AS d_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    s_1,
    d_2,
    CASE COALESCE(JSON_TYPE(d_2), 'NULL')
      WHEN 'NULL'
      THEN 'null'
      WHEN 'ARRAY'
      THEN 'array'
      WHEN 'OBJECT'
      THEN 'dictionary'
      WHEN 'BOOLEAN'
      THEN 'bool'
      WHEN 'VARCHAR'
      THEN 'string'
      WHEN 'DOUBLE'
      THEN 'double'
      ELSE 'long'
    END AS held_3,
    NULLIF(CAST(d_2 -> CAST($p7 AS TEXT) AS TEXT), 'null') AS a_4,
    CASE COALESCE(JSON_TYPE(NULLIF(CAST(d_2 -> CAST($p7 AS TEXT) AS TEXT), 'null')), 'NULL')
      WHEN 'NULL'
      THEN 'null'
      WHEN 'ARRAY'
      THEN 'array'
      WHEN 'OBJECT'
      THEN 'dictionary'
      WHEN 'BOOLEAN'
      THEN 'bool'
      WHEN 'VARCHAR'
      THEN 'string'
      WHEN 'DOUBLE'
      THEN 'double'
      ELSE 'long'
    END AS inner_5
  FROM r2
)
SELECT
  s_1,
  d_2,
  held_3,
  a_4,
  inner_5
FROM r3
-- $p1 = '[1,]'
-- $p2 = '[NaN]'
-- $p3 = '{"a":99999999999999999999}'
-- $p4 = '{"a":18446744073709551615}'
-- $p5 = '{"a":1,"a":2}'
-- $p6 = '{"a":"2024-01-01T00:00:00Z"}'
-- $p7 = '$."a"'
