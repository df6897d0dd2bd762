WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(u_1 AS TEXT) AS u_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT))) AS given(u_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    u_1,
    ANTIVENOM_KUSTO_PARSE_URL(u_1) AS parts_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    u_1,
    parts_2,
    ANTIVENOM_KUSTO_PARSE_URLQUERY(CAST($p7 AS TEXT)) AS query_3,
    COALESCE(NULLIF(CAST(parts_2 -> CAST($p8 AS TEXT) AS TEXT), 'null') ->> '$', '') AS host_4
  FROM r2
)
SELECT
  u_1,
  parts_2,
  query_3,
  host_4
FROM r3
-- $p1 = 'https://u:p@h.io:8443/a%20b?y=2&x=1&y=3&empty=&=v#end'
-- $p2 = 'https://h.io/'
-- $p3 = 'https://h.io/?x=1'
-- $p4 = 'HTTPS://user@H.io/P'
-- $p5 = 'https://[::1]:80/p'
-- $p6 = 'not a url'
-- $p7 = 'k1=v1&k2=v2'
-- $p8 = '$."Host"'
