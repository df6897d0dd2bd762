WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(c_1 AS TEXT) AS c_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(c_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    c_1,
    ANTIVENOM_KUSTO_PARSE_COMMAND_LINE(c_1) AS arguments_2
  FROM r1
)
SELECT
  c_1,
  arguments_2
FROM r2
-- $p1 = '"C:\\Program Files\\a.exe" -x "a b"  c'
-- $p2 = 'a.exe c\\\\d e\\"f "g\\\\" h\\\\"i j" ""'
-- $p3 = ' a.exe'
