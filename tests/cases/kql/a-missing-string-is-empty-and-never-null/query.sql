WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(k_1 AS BIGINT) AS k_1
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(2 AS BIGINT))) AS given(k_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(k_2 AS BIGINT) AS k_2,
    CAST(v_3 AS TEXT) AS v_3,
    CAST(n_4 AS BIGINT) AS n_4
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT), CAST(5 AS BIGINT))) AS given(k_2, v_3, n_4)
), r3 AS NOT MATERIALIZED (
  SELECT
    k_1 AS k_5,
    k_2 AS k1_6,
    v_3 AS v_7,
    n_4 AS n_8
  FROM r1
  LEFT OUTER JOIN r2
    ON k_1 IS NOT DISTINCT FROM k_2
), r4 AS NOT MATERIALIZED (
  SELECT
    k_5,
    k1_6,
    COALESCE(v_7, CAST($p2 AS TEXT)) AS v_9,
    n_8
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    k_5,
    k1_6,
    v_9,
    n_8,
    FALSE AS nothing_10,
    v_9 = CAST($p2 AS TEXT) AS empty_11,
    n_8 IS NULL AS number_12
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    k_5,
    k1_6,
    v_9,
    n_8,
    nothing_10,
    empty_11,
    number_12
  FROM r5
  ORDER BY
    k_5 ASC NULLS FIRST,
    k_5 NULLS FIRST,
    k1_6 NULLS FIRST,
    v_9 NULLS FIRST,
    n_8 NULLS FIRST,
    nothing_10 NULLS FIRST,
    empty_11 NULLS FIRST,
    number_12 NULLS FIRST
)
SELECT
  k_5,
  k1_6,
  v_9,
  n_8,
  nothing_10,
  empty_11,
  number_12
FROM r6
-- $p1 = 'x'
-- $p2 = ''
