WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Ip_1 AS TEXT) AS Ip_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(Ip_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    Ip_1,
    UNNEST(ANTIVENOM_KUSTO_IPV6_NETWORKS(Ip_1)) AS network_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST(Network_3 AS TEXT) AS Network_3,
    CAST(Name_4 AS TEXT) AS Name_4
  FROM (VALUES
    (CAST($p4 AS TEXT), CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT), CAST($p7 AS TEXT))) AS given(Network_3, Name_4)
), r4 AS NOT MATERIALIZED (
  SELECT
    Network_3 AS Network_5,
    Name_4 AS Name_6,
    Ip_1 AS Ip_7,
    Ip_1 AS Ip_8
  FROM r2
  INNER JOIN r3
    ON network_2 IS NOT DISTINCT FROM ANTIVENOM_KUSTO_IPV6_NETWORK(Network_3)
), r5 AS NOT MATERIALIZED (
  SELECT
    Network_5,
    Name_6,
    Ip_7
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    CAST(Ip_1 AS TEXT) AS Ip_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(Ip_1)
), r7 AS NOT MATERIALIZED (
  SELECT
    Ip_8 AS Ip_9
  FROM r4
  GROUP BY
    1
), r8 AS NOT MATERIALIZED (
  SELECT
    Ip_1
  FROM r6
  ANTI JOIN r7
    ON Ip_1 IS NOT DISTINCT FROM Ip_9
), r9 AS NOT MATERIALIZED (
  SELECT
    CAST(Network_5 AS TEXT) AS Network_10,
    CAST(Name_6 AS TEXT) AS Name_11,
    CAST(Ip_7 AS TEXT) AS Ip_12
  FROM r5
  UNION ALL
  SELECT
    CAST($p8 AS TEXT) AS Network_10,
    CAST($p8 AS TEXT) AS Name_11,
    CAST(Ip_1 AS TEXT) AS Ip_12
  FROM r8
)
SELECT
  Network_10,
  Name_11,
  Ip_12
FROM r9
ORDER BY
  Network_10,
  Name_11,
  Ip_12
-- $p1 = '2001:0db8:85a3:0000:0000:8a2e:0370:7334'
-- $p2 = '10.1.2.3'
-- $p3 = 'a5e::1'
-- $p4 = '2001:0db8:85a3::/48'
-- $p5 = 'doc'
-- $p6 = '::ffff:10.0.0.0/104'
-- $p7 = 'mapped'
-- $p8 = ''
