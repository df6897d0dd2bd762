WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(k_1 AS BIGINT) AS k_1,
    CAST(v_2 AS TEXT) AS v_2
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(2 AS BIGINT), CAST($p2 AS TEXT))) AS given(k_1, v_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(k_3 AS BIGINT) AS k_3,
    CAST(name_4 AS TEXT) AS name_4
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p3 AS TEXT))) AS given(k_3, name_4)
), r3 AS NOT MATERIALIZED (
  SELECT
    k_1 AS k_5,
    v_2 AS v_6,
    name_4 AS name_7
  FROM r1
  LEFT OUTER JOIN r2
    ON k_1 IS NOT DISTINCT FROM k_3
), r4 AS NOT MATERIALIZED (
  SELECT
    k_5,
    v_6,
    COALESCE(name_7, CAST($p4 AS TEXT)) AS name_8
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    k_5,
    v_6,
    name_8
  FROM r4
  ORDER BY
    k_5 ASC NULLS FIRST,
    k_5 NULLS FIRST,
    v_6 NULLS FIRST,
    name_8 NULLS FIRST
)
SELECT
  k_5,
  v_6,
  name_8
FROM r5
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'one'
-- $p4 = ''
