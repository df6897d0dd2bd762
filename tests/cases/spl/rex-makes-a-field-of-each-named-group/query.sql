WITH r1 AS NOT MATERIALIZED (
  SELECT
    s_1,
    host_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    COALESCE(ANTIVENOM_PCRE_GROUP(s_1, CAST($p1 AS TEXT), CAST($p2 AS TEXT)), host_2) AS host_3,
    ANTIVENOM_PCRE_GROUP(s_1, CAST($p1 AS TEXT), CAST($p3 AS TEXT)) AS user_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    user_4,
    host_3
  FROM r2
)
SELECT
  user_4,
  host_3
FROM r3
-- $p1 = '(?<user>\\w+)@(?<host>\\w+)'
-- $p2 = 'host'
-- $p3 = 'user'
