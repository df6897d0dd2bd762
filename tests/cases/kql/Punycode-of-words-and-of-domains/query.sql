WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_PUNYCODE(CAST($p1 AS TEXT)) AS word_2,
    ANTIVENOM_KUSTO_UNPUNYCODE(CAST($p2 AS TEXT)) AS back_3,
    ANTIVENOM_KUSTO_UNPUNYCODE(CAST($p3 AS TEXT)) AS none_4,
    ANTIVENOM_KUSTO_PUNYCODE_DOMAIN(CAST($p4 AS TEXT)) AS domain_5,
    ANTIVENOM_KUSTO_UNPUNYCODE_DOMAIN(CAST($p5 AS TEXT)) AS host_6
  FROM r1
)
SELECT
  word_2,
  back_3,
  none_4,
  domain_5,
  host_6
FROM r2
-- $p1 = 'académie-française'
-- $p2 = 'acadmie-franaise-npb1a'
-- $p3 = 'é'
-- $p4 = 'Riðill｡Skáldskaparmál。org'
-- $p5 = 'xn--Ge-mia.Bulg.edu'
