WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Name_1 AS TEXT) AS Name_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT))) AS given(Name_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p3 AS TEXT) AS c_2,
    Name_1
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    c_2,
    Name_1
  FROM r2
  WHERE
    TRUE
)
SELECT
  c_2,
  Name_1
FROM r3
-- $p1 = 'x'
-- $p2 = ''
-- $p3 = 'search_arg0'
