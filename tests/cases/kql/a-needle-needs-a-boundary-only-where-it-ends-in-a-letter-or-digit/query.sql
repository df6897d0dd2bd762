WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT)),
    (CAST($p7 AS TEXT)),
    (CAST($p8 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    REGEXP_MATCHES(s_1, CAST($p9 AS TEXT)) AS call_2,
    REGEXP_MATCHES(s_1, CAST($p10 AS TEXT)) AS shell_3,
    REGEXP_MATCHES(s_1, CAST($p11 AS TEXT)) AS phrase_4,
    REGEXP_MATCHES(s_1, CAST($p12 AS TEXT)) AS space_5
  FROM r1
)
SELECT
  s_1,
  call_2,
  shell_3,
  phrase_4,
  space_5
FROM r2
-- $p1 = 'exec(1)'
-- $p2 = 'myexec(1)'
-- $p3 = 'exec (1)'
-- $p4 = '/bin/sh -i'
-- $p5 = '/usr/bin/sh'
-- $p6 = '/bin/sh2'
-- $p7 = 'import sockets'
-- $p8 = 'a  b'
-- $p9 = '(?is)(?:^|[^\\pL\\pN])exec\\x{28}'
-- $p10 = '(?is)\\x{2f}bin\\x{2f}sh(?:$|[^\\pL\\pN])'
-- $p11 = '(?is)(?:^|[^\\pL\\pN])import\\x{20}socket(?:$|[^\\pL\\pN])'
-- $p12 = '(?is)\\x{20}'
