WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(p_1 AS TEXT) AS p_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT)),
    (CAST($p7 AS TEXT))) AS given(p_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    p_1,
    ANTIVENOM_KUSTO_PARSE_PATH(p_1) AS parts_2
  FROM r1
)
SELECT
  p_1,
  parts_2
FROM r2
-- $p1 = 'C:\\temp\\file.txt'
-- $p2 = 'temp\\file.txt'
-- $p3 = 'file://C:/temp/file.txt:some.exe'
-- $p4 = '\\\\shared\\users\\temp\\file.txt.gz'
-- $p5 = '/usr/lib/temp/file'
-- $p6 = 'file.exe'
-- $p7 = ''
