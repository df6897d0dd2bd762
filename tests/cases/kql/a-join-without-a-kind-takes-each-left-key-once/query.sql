WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(k_1 AS BIGINT) AS k_1,
    CAST(v_2 AS TEXT) AS v_2
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(1 AS BIGINT), CAST($p2 AS TEXT)),
    (CAST(2 AS BIGINT), CAST($p3 AS TEXT))) AS given(k_1, v_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(k_3 AS BIGINT) AS k_3,
    CAST(w_4 AS TEXT) AS w_4
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p4 AS TEXT)),
    (CAST(1 AS BIGINT), CAST($p5 AS TEXT)),
    (CAST(3 AS BIGINT), CAST($p6 AS TEXT))) AS given(k_3, w_4)
), r3 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r4 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY k_1 ORDER BY row_position) AS rank_in_group
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2
  FROM r4
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    k_1 AS k_5,
    v_2 AS v_6,
    k_3 AS k1_7,
    w_4 AS w_8
  FROM r5
  INNER JOIN r2
    ON k_1 IS NOT DISTINCT FROM k_3
), r7 AS NOT MATERIALIZED (
  SELECT
    k_5,
    v_6,
    k1_7,
    w_8
  FROM r6
  ORDER BY
    w_8 ASC NULLS FIRST,
    k_5 NULLS FIRST,
    v_6 NULLS FIRST,
    k1_7 NULLS FIRST,
    w_8 NULLS FIRST
)
SELECT
  k_5,
  v_6,
  k1_7,
  w_8
FROM r7
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'c'
-- $p4 = 'x'
-- $p5 = 'y'
-- $p6 = 'z'
