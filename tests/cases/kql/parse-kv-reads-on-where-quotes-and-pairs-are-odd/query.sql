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
    CAST(print_5 AS BOOLEAN) AS print_5
  FROM (VALUES
    (TRUE)) AS given(print_5)
), r5 AS NOT MATERIALIZED (
  SELECT
    CAST($p7 AS TEXT) AS t_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    t_6,
    ANTIVENOM_KUSTO_KV(t_6, CAST($p8 AS TEXT), CAST($p6 AS TEXT)) AS parsed_7
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    t_6,
    COALESCE(LIST_EXTRACT(parsed_7, CAST(0 AS BIGINT) + 1), '') AS a_8,
    COALESCE(LIST_EXTRACT(parsed_7, CAST(1 AS BIGINT) + 1), '') AS b_9
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_10,
    CAST(a_3 AS TEXT) AS a_11,
    CAST(b_4 AS TEXT) AS b_12,
    CAST($p9 AS TEXT) AS t_13
  FROM r3
  UNION ALL
  SELECT
    CAST($p9 AS TEXT) AS s_10,
    CAST(a_8 AS TEXT) AS a_11,
    CAST(b_9 AS TEXT) AS b_12,
    CAST(t_6 AS TEXT) AS t_13
  FROM r7
)
SELECT
  s_10,
  a_11,
  b_12,
  t_13
FROM r8
-- $p1 = 'a="x y b=2'
-- $p2 = 'a="x"z b=2'
-- $p3 = 'a= b=2'
-- $p4 = 'a=1 c=3 b=2'
-- $p5 = '{"kv_delimiter": ["="], "pair_delimiter": [" "], "quote": ["\\""]}'
-- $p6 = '["a", "b"]'
-- $p7 = 'a=1 2 c=3 b=2'
-- $p8 = '{"greedy": ["true"], "kv_delimiter": ["="], "pair_delimiter": [" "]}'
-- $p9 = ''
