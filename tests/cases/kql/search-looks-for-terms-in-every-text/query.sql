WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(host_1 AS TEXT) AS host_1,
    CAST(command_2 AS TEXT) AS command_2,
    CAST(count_3 AS BIGINT) AS count_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST(2 AS BIGINT)),
    (CAST($p5 AS TEXT), CAST($p6 AS TEXT), CAST(3 AS BIGINT))) AS given(host_1, command_2, count_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p7 AS TEXT) AS c_4,
    host_1,
    command_2,
    count_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    c_4,
    host_1,
    command_2,
    count_3
  FROM r2
  WHERE
    (
      REGEXP_MATCHES(host_1, CAST($p8 AS TEXT))
      OR REGEXP_MATCHES(command_2, CAST($p8 AS TEXT))
    )
    AND NOT (
      (
        REGEXP_MATCHES(host_1, CAST($p9 AS TEXT))
        OR REGEXP_MATCHES(command_2, CAST($p9 AS TEXT))
      )
      AND COALESCE(count_3 = CAST(3 AS BIGINT), FALSE)
    )
)
SELECT
  c_4,
  host_1,
  command_2,
  count_3
FROM r3
-- $p1 = 'web01'
-- $p2 = 'python3 -c 1'
-- $p3 = 'db02'
-- $p4 = 'ls Python'
-- $p5 = 'db03'
-- $p6 = 'pythonic'
-- $p7 = 'search_arg0'
-- $p8 = '(?is)(?:^|[^\\pL\\pN])python'
-- $p9 = '(?is)(?:^|[^\\pL\\pN])db0'
