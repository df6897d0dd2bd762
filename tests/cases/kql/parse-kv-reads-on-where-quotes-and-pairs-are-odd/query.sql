WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    ANTIVENOM_KUSTO_KV(s_1, CAST($p5 AS TEXT), CAST($p6 AS TEXT)) AS parsed_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    s_1,
    COALESCE(LIST_EXTRACT(parsed_2, CAST(0 AS BIGINT) + 1), '') AS a_3,
    COALESCE(LIST_EXTRACT(parsed_2, CAST(1 AS BIGINT) + 1), '') AS b_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    s_1,
    a_3,
    b_4,
    s_1 AS t_5
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    s_1,
    a_3,
    b_4,
    t_5,
    ANTIVENOM_KUSTO_KV(t_5, CAST($p7 AS TEXT), CAST($p8 AS TEXT)) AS parsed_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    s_1,
    a_3,
    b_4,
    t_5,
    COALESCE(LIST_EXTRACT(parsed_6, CAST(0 AS BIGINT) + 1), '') AS a2_7,
    COALESCE(LIST_EXTRACT(parsed_6, CAST(1 AS BIGINT) + 1), '') AS b2_8
  FROM r5
)
SELECT
  s_1,
  a_3,
  b_4,
  t_5,
  a2_7,
  b2_8
FROM r6
-- $p1 = 'a="x y b=2'
-- $p2 = 'a="x"z b=2'
-- $p3 = 'a= b=2'
-- $p4 = 'a=1 c=3 b=2'
-- $p5 = '{"kv_delimiter": ["="], "pair_delimiter": [" "], "quote": ["\\""]}'
-- $p6 = '["a", "b"]'
-- $p7 = '{"greedy": ["true"], "kv_delimiter": ["="], "pair_delimiter": [" "]}'
-- $p8 = '["a2", "b2"]'
