WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(v_1 AS TEXT) AS v_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(v_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    v_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_SCHEMA_OF(
      COALESCE(ARRAY_AGG(v_1 ORDER BY row_position) FILTER(WHERE
        NOT v_1 IS NULL), [])
    ) AS schema_v_2
  FROM r2
)
SELECT
  schema_v_2
FROM r3
-- $p1 = '{"x":1,"y":3.5}'
-- $p2 = '{"x":"one","z":[1,2]}'
-- $p3 = '{"y":{"w":true},"z":["three"]}'
