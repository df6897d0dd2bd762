WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(k_1 AS TEXT) AS k_1,
    CAST(t_2 AS BIGINT) AS t_2,
    CAST(a_3 AS TEXT) AS a_3,
    CAST(b_4 AS BIGINT) AS b_4
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT), CAST($p2 AS TEXT), CAST(5 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST(2 AS BIGINT), CAST($p3 AS TEXT), CAST(NULL AS BIGINT)),
    (CAST($p4 AS TEXT), CAST(1 AS BIGINT), CAST($p5 AS TEXT), CAST(7 AS BIGINT))) AS given(k_1, t_2, a_3, b_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    k_1,
    t_2,
    a_3,
    b_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    k_1 AS k_9,
    FIRST(t_2 ORDER BY t_2 DESC, row_position ASC) AS t_5,
    COALESCE(FIRST(a_3 ORDER BY t_2 DESC, row_position ASC), '') AS a_6,
    FIRST(b_4 ORDER BY t_2 DESC, row_position ASC) AS b_7,
    COUNT(*) AS n_8
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    k_9,
    t_5,
    a_6,
    b_7,
    n_8
  FROM r3
  ORDER BY
    k_9 ASC NULLS FIRST
)
SELECT
  k_9,
  t_5,
  a_6,
  b_7,
  n_8
FROM r4
-- $p1 = 'x'
-- $p2 = 'old'
-- $p3 = 'new'
-- $p4 = 'y'
-- $p5 = 'only'
