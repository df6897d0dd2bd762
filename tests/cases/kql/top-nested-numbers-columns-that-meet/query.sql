WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(x_1 AS TEXT) AS x_1,
    CAST(v_2 AS BIGINT) AS v_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(2 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(3 AS BIGINT))) AS given(x_1, v_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    x_1,
    v_2,
    x_1 AS c_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    x_1,
    v_2,
    x_1 AS c_3
  FROM r1
), r4 AS NOT MATERIALIZED (
  SELECT
    c_3 AS c_5,
    MAX(v_2) AS c_4
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    c_5,
    c_4
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    x_1,
    v_2,
    c_5,
    c_4
  FROM r2
  INNER JOIN r5
    ON c_3 IS NOT DISTINCT FROM c_5
), r7 AS NOT MATERIALIZED (
  SELECT
    x_1,
    v_2,
    c_5,
    c_4,
    x_1 AS c_6
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    c_6 AS c_8,
    c_5 AS c_5,
    c_4 AS c_4,
    COUNT(*) AS c_7
  FROM r7
  GROUP BY
    1,
    2,
    3
), r9 AS NOT MATERIALIZED (
  SELECT
    c_8,
    c_5,
    c_4,
    c_7
  FROM r8
  ORDER BY
    c_4 DESC,
    c_5 DESC,
    c_7 DESC,
    c_8 DESC
), r10 AS NOT MATERIALIZED (
  SELECT
    c_5 AS x_9,
    c_4 AS aggregated_x_10,
    c_8 AS x1_11,
    c_7 AS aggregated_x1_12
  FROM r9
)
SELECT
  x_9,
  aggregated_x_10,
  x1_11,
  aggregated_x1_12
FROM r10
-- $p1 = 'a'
-- $p2 = 'b'
