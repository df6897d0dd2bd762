WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(ip_1 AS TEXT) AS ip_1,
    CAST(other_2 AS TEXT) AS other_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT), CAST($p6 AS TEXT)),
    (CAST($p7 AS TEXT), CAST($p8 AS TEXT)),
    (CAST($p9 AS TEXT), CAST($p10 AS TEXT)),
    (CAST($p11 AS TEXT), CAST($p12 AS TEXT))) AS given(ip_1, other_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    ip_1,
    ANTIVENOM_KUSTO_PARSE_IPV6(ip_1) AS parsed_3,
    ANTIVENOM_KUSTO_PARSE_IPV6_MASK(ip_1, CAST(100 AS BIGINT)) AS masked_4,
    ANTIVENOM_KUSTO_IPV6_COMPARE(ip_1, other_2, CAST(128 AS BIGINT)) AS compared_5,
    ANTIVENOM_KUSTO_IPV6_IS_MATCH(ip_1, other_2, CAST(64 AS BIGINT)) AS matched_6
  FROM r1
)
SELECT
  ip_1,
  parsed_3,
  masked_4,
  compared_5,
  matched_6
FROM r2
-- $p1 = '2001:DB8::10'
-- $p2 = '2001:db8::ff/120'
-- $p3 = '2001:db8::10/17'
-- $p4 = '2001:db8::10'
-- $p5 = 'fe80::1%eth0'
-- $p6 = 'fe80::2'
-- $p7 = '203.0.113.10/24'
-- $p8 = '::ffff:cb00:71ff'
-- $p9 = '::192.168.1.1/30'
-- $p10 = '192.168.1.255/24'
-- $p11 = '1::2::3'
-- $p12 = '::1'
