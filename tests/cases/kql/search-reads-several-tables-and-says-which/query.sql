WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(host_1 AS TEXT) AS host_1,
    CAST(id_2 AS BIGINT) AS id_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT))) AS given(host_1, id_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(id_3 AS BIGINT) AS id_3,
    CAST(user_4 AS TEXT) AS user_4
  FROM (VALUES
    (CAST(2 AS BIGINT), CAST($p2 AS TEXT))) AS given(id_3, user_4)
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST($p3 AS TEXT) AS c_5,
    CAST(host_1 AS TEXT) AS host_6,
    CAST(id_2 AS BIGINT) AS id_7,
    CAST($p4 AS TEXT) AS user_8
  FROM r1
  UNION ALL
  SELECT
    CAST($p5 AS TEXT) AS c_5,
    CAST($p4 AS TEXT) AS host_6,
    CAST(id_3 AS BIGINT) AS id_7,
    CAST(user_4 AS TEXT) AS user_8
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    c_5,
    host_6,
    id_7,
    user_8
  FROM r3
  WHERE
    REGEXP_MATCHES(host_6, CAST($p6 AS TEXT))
    OR REGEXP_MATCHES(user_8, CAST($p6 AS TEXT))
)
SELECT
  c_5,
  host_6,
  id_7,
  user_8
FROM r4
-- $p1 = 'web01'
-- $p2 = 'web admin'
-- $p3 = 'Processes'
-- $p4 = ''
-- $p5 = 'Logons'
-- $p6 = '(?is)(?:^|[^\\pL\\pN])web'
