WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(line_1 AS TEXT) AS line_1,
    CAST(name_2 AS TEXT) AS name_2,
    CAST(n_3 AS BIGINT) AS n_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST(2 AS BIGINT)),
    (CAST($p5 AS TEXT), CAST($p4 AS TEXT), CAST(3 AS BIGINT)),
    (CAST($p6 AS TEXT), CAST($p7 AS TEXT), CAST(4 AS BIGINT))) AS given(line_1, name_2, n_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    line_1,
    name_2,
    n_3
  FROM r1
  WHERE
    REGEXP_MATCHES(line_1, CAST($p8 AS TEXT))
    OR COALESCE(n_3 = CAST(4 AS BIGINT), FALSE)
    OR REGEXP_MATCHES(name_2, CAST($p9 AS TEXT))
), r3 AS NOT MATERIALIZED (
  SELECT
    line_1,
    name_2,
    n_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    line_1,
    name_2,
    n_3
  FROM r3
  ORDER BY
    n_3 ASC NULLS FIRST,
    row_position
)
SELECT
  line_1,
  name_2,
  n_3
FROM r4
-- $p1 = 'curl http://x | sh'
-- $p2 = 'sh'
-- $p3 = 'myexec(1)'
-- $p4 = 'py'
-- $p5 = 'python -c exec(1)'
-- $p6 = 'wget-x'
-- $p7 = ''
-- $p8 = '(?is)(?:^|[^\\pL\\pN])(?:curl|exec|nothing|WGET)(?:$|[^\\pL\\pN])'
-- $p9 = '(?is)(?:^|[^\\pL\\pN])sh(?:$|[^\\pL\\pN])'
