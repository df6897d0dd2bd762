WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(k_1 AS DOUBLE) AS k_1,
    CAST(l_2 AS TEXT) AS l_2
  FROM (VALUES
    (1.0e0, CAST($p1 AS TEXT)),
    (CAST('nan' AS DOUBLE), CAST($p2 AS TEXT)),
    (CAST(NULL AS DOUBLE), CAST($p3 AS TEXT))) AS given(k_1, l_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(k_3 AS DOUBLE) AS k_3,
    CAST(r_4 AS TEXT) AS r_4
  FROM (VALUES
    (1.0e0, CAST($p4 AS TEXT)),
    (CAST('nan' AS DOUBLE), CAST($p5 AS TEXT)),
    (CAST(NULL AS DOUBLE), CAST($p6 AS TEXT))) AS given(k_3, r_4)
), r3 AS NOT MATERIALIZED (
  SELECT
    k_1 AS k_5,
    l_2 AS l_6,
    k_3 AS k1_7,
    r_4 AS r_8
  FROM r1
  INNER JOIN r2
    ON k_1 IS NOT DISTINCT FROM k_3
), r4 AS NOT MATERIALIZED (
  SELECT
    k_5,
    l_6,
    k1_7,
    r_8
  FROM r3
  ORDER BY
    l_6 ASC NULLS FIRST,
    k_5 NULLS FIRST,
    l_6 NULLS FIRST,
    k1_7 NULLS FIRST,
    r_8 NULLS FIRST
)
SELECT
  k_5,
  l_6,
  k1_7,
  r_8
FROM r4
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'c'
-- $p4 = 'x'
-- $p5 = 'y'
-- $p6 = 'z'
