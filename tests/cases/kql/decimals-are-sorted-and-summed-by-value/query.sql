WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(k_1 AS BIGINT) AS k_1,
    CAST(v_2 AS TEXT) AS v_2
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(1 AS BIGINT), CAST($p2 AS TEXT)),
    (CAST(2 AS BIGINT), CAST($p3 AS TEXT)),
    (CAST(2 AS BIGINT), CAST($p4 AS TEXT)),
    (CAST(2 AS BIGINT), CAST(NULL AS TEXT))) AS given(k_1, v_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2
  FROM r2
  ORDER BY
    ANTIVENOM_KUSTO_DECIMAL_RANK(v_2) ASC NULLS FIRST,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_DECIMAL_SUM_OF(ARRAY_AGG(v_2)) AS sum_v_3,
    ANTIVENOM_KUSTO_DECIMAL_AVG_OF(ARRAY_AGG(v_2)) AS avg_v_4,
    ARG_MIN(v_2, ANTIVENOM_KUSTO_DECIMAL_RANK(v_2)) AS min_v_5,
    ARG_MAX(v_2, ANTIVENOM_KUSTO_DECIMAL_RANK(v_2)) AS max_v_6,
    COUNT(DISTINCT v_2) AS dcount_v_7,
    FIRST(v_2 ORDER BY ANTIVENOM_KUSTO_DECIMAL_RANK(v_2) DESC, row_position ASC) AS v_8,
    FIRST(k_1 ORDER BY ANTIVENOM_KUSTO_DECIMAL_RANK(v_2) DESC, row_position ASC) AS k_9
  FROM r4
)
SELECT
  sum_v_3,
  avg_v_4,
  min_v_5,
  max_v_6,
  dcount_v_7,
  v_8,
  k_9
FROM r5
-- $p1 = '1.5'
-- $p2 = '10'
-- $p3 = '-2.25'
-- $p4 = '-10.5'
