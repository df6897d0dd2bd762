WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Ip_1 AS TEXT) AS Ip_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT))) AS given(Ip_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    Ip_1,
    UNNEST(ANTIVENOM_KUSTO_IPV4_NETWORKS(Ip_1)) AS network_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST(Network_3 AS TEXT) AS Network_3,
    CAST(Name_4 AS TEXT) AS Name_4
  FROM (VALUES
    (CAST($p7 AS TEXT), CAST($p8 AS TEXT)),
    (CAST($p9 AS TEXT), CAST($p10 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p11 AS TEXT)),
    (CAST($p12 AS TEXT), CAST($p13 AS TEXT))) AS given(Network_3, Name_4)
), r4 AS NOT MATERIALIZED (
  SELECT
    Ip_1 AS Ip_5,
    Network_3 AS Network_6,
    Name_4 AS Name_7,
    Ip_1 AS Ip_8
  FROM r2
  INNER JOIN r3
    ON network_2 IS NOT DISTINCT FROM ANTIVENOM_KUSTO_IPV4_NETWORK(Network_3)
), r5 AS NOT MATERIALIZED (
  SELECT
    Ip_5,
    Network_6,
    Name_7
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    CAST(Ip_1 AS TEXT) AS Ip_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT))) AS given(Ip_1)
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
    CAST(Ip_5 AS TEXT) AS Ip_10,
    CAST(Network_6 AS TEXT) AS Network_11,
    CAST(Name_7 AS TEXT) AS Name_12
  FROM r5
  UNION ALL
  SELECT
    CAST(Ip_1 AS TEXT) AS Ip_10,
    CAST($p6 AS TEXT) AS Network_11,
    CAST($p6 AS TEXT) AS Name_12
  FROM r8
)
SELECT
  Ip_10,
  Network_11,
  Name_12
FROM r9
ORDER BY
  Ip_10,
  Network_11,
  Name_12
-- $p1 = '10.1.2.3'
-- $p2 = '10.2.0.1'
-- $p3 = '192.168.0.1'
-- $p4 = '8.8.8.8'
-- $p5 = 'junk'
-- $p6 = ''
-- $p7 = '10.0.0.0/8'
-- $p8 = 'all'
-- $p9 = '10.1.7.9/16'
-- $p10 = 'inner'
-- $p11 = 'one'
-- $p12 = 'no network'
-- $p13 = 'none'
