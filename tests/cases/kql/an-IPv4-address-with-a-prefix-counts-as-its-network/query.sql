WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(ip_1 AS TEXT) AS ip_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT)),
    (CAST($p7 AS TEXT))) AS given(ip_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ip_1,
    ANTIVENOM_KUSTO_PARSE_IPV4(ip_1) AS number_2,
    ANTIVENOM_KUSTO_PARSE_IPV4_MASK(ip_1, CAST(16 AS BIGINT)) AS mask_3,
    ANTIVENOM_KUSTO_FORMAT_IPV4(ip_1, CAST(16 AS BIGINT)) AS shown_4,
    ANTIVENOM_KUSTO_FORMAT_IPV4_MASK(ip_1, CAST(16 AS BIGINT)) AS cidr_5,
    ANTIVENOM_KUSTO_IPV4_NETMASK_SUFFIX(ip_1) AS suffix_6,
    ANTIVENOM_KUSTO_IPV4_IS_PRIVATE(ip_1) AS private_7
  FROM r1
)
SELECT
  ip_1,
  number_2,
  mask_3,
  shown_4,
  cidr_5,
  suffix_6,
  private_7
FROM r2
-- $p1 = '192.168.1.1'
-- $p2 = ' 10.1.2.3/24'
-- $p3 = '255.255.255.255/31'
-- $p4 = '01.2.3.4'
-- $p5 = '1.2.3.4/33'
-- $p6 = '256.1.1.1'
-- $p7 = ''
