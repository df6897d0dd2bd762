WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(a_1 AS BIGINT) AS a_1,
    CAST(s_2 AS TEXT) AS s_2
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(2 AS BIGINT), CAST($p2 AS TEXT))) AS given(a_1, s_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(b_3 AS BIGINT) AS b_3,
    CAST(s_4 AS TEXT) AS s_4
  FROM (VALUES
    (CAST(2 AS BIGINT), CAST($p3 AS TEXT)),
    (CAST(3 AS BIGINT), CAST($p4 AS TEXT))) AS given(b_3, s_4)
), r3 AS NOT MATERIALIZED (
  SELECT
    a_1 AS a_5,
    s_2 AS s_6,
    b_3 AS b_7,
    s_4 AS s1_8
  FROM r1
  INNER JOIN r2
    ON a_1 IS NOT DISTINCT FROM b_3
)
SELECT
  a_5,
  s_6,
  b_7,
  s1_8
FROM r3
ORDER BY
  a_5,
  s_6,
  b_7,
  s1_8
-- $p1 = 'l1'
-- $p2 = 'l2'
-- $p3 = 'r2'
-- $p4 = 'r3'
