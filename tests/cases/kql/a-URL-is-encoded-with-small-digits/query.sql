WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_URL_ENCODE(CAST($p1 AS TEXT)) AS encoded_2,
    ANTIVENOM_KUSTO_URL_ENCODE_COMPONENT(CAST($p2 AS TEXT)) AS component_3,
    ANTIVENOM_KUSTO_URL_DECODE(CAST($p3 AS TEXT)) AS decoded_4
  FROM r1
)
SELECT
  encoded_2,
  component_3,
  decoded_4
FROM r2
-- $p1 = 'https://www.bing.com/hello world'
-- $p2 = 'a é/b'
-- $p3 = 'a%2Fb%c3%A9'
