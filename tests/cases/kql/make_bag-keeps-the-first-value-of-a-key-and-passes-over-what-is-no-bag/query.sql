WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(k_1 AS BIGINT) AS k_1,
    CAST(v_2 AS TEXT) AS v_2,
    CAST(b_3 AS BOOLEAN) AS b_3
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT), TRUE),
    (CAST(1 AS BIGINT), CAST($p2 AS TEXT), FALSE),
    (CAST(1 AS BIGINT), CAST($p3 AS TEXT), TRUE),
    (CAST(2 AS BIGINT), CAST(NULL AS TEXT), TRUE)) AS given(k_1, v_2, b_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    k_1,
    v_2,
    b_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    k_1 AS k_7,
    ANTIVENOM_KUSTO_BAG_OF_BAGS(
      COALESCE(ARRAY_AGG(v_2 ORDER BY row_position) FILTER(WHERE
        NOT v_2 IS NULL), []),
      CAST(1048576 AS BIGINT)
    ) AS bag_v_4,
    ANTIVENOM_KUSTO_BAG_OF_BAGS(
      COALESCE(
        ARRAY_AGG(CASE WHEN b_3 THEN v_2 ELSE CAST(NULL AS TEXT) END ORDER BY row_position) FILTER(WHERE
          NOT CASE WHEN b_3 THEN v_2 ELSE CAST(NULL AS TEXT) END IS NULL),
        []
      ),
      CAST(1048576 AS BIGINT)
    ) AS bag_v1_5,
    ANTIVENOM_KUSTO_BAG_OF_BAGS(
      COALESCE(ARRAY_AGG(v_2 ORDER BY row_position) FILTER(WHERE
        NOT v_2 IS NULL), []),
      CAST(1 AS BIGINT)
    ) AS one_6
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    k_7,
    bag_v_4,
    bag_v1_5,
    one_6
  FROM r3
  ORDER BY
    k_7 ASC NULLS FIRST
)
SELECT
  k_7,
  bag_v_4,
  bag_v1_5,
  one_6
FROM r4
-- $p1 = '{"x":1}'
-- $p2 = '{"x":2,"y":3}'
-- $p3 = '[9]'
