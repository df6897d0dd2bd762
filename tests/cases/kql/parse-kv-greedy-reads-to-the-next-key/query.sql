WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS line_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    line_2,
    ANTIVENOM_KUSTO_KV(line_2, CAST($p2 AS TEXT), CAST($p3 AS TEXT)) AS parsed_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    line_2,
    COALESCE(LIST_EXTRACT(parsed_3, CAST(0 AS BIGINT) + 1), '') AS name_4,
    COALESCE(LIST_EXTRACT(parsed_3, CAST(1 AS BIGINT) + 1), '') AS phone_5,
    COALESCE(LIST_EXTRACT(parsed_3, CAST(2 AS BIGINT) + 1), '') AS city_6
  FROM r3
)
SELECT
  line_2,
  name_4,
  phone_5,
  city_6
FROM r4
-- $p1 = 'name=Ann Lee phone=555 1234 city=Oslo'
-- $p2 = '{"greedy": ["true"], "kv_delimiter": ["="], "pair_delimiter": [" "]}'
-- $p3 = '["name", "phone", "city"]'
