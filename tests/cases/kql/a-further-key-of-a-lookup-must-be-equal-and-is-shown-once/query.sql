WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Ip_1 AS TEXT) AS Ip_1,
    CAST(Site_2 AS BIGINT) AS Site_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(2 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST(3 AS BIGINT))) AS given(Ip_1, Site_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    Ip_1,
    Site_2,
    UNNEST(ANTIVENOM_KUSTO_IPV4_NETWORKS(Ip_1)) AS network_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST(Network_4 AS TEXT) AS Network_4,
    CAST(Site_5 AS BIGINT) AS Site_5,
    CAST(Name_6 AS TEXT) AS Name_6
  FROM (VALUES
    (CAST($p2 AS TEXT), CAST(1 AS BIGINT), CAST($p3 AS TEXT)),
    (CAST($p2 AS TEXT), CAST(2 AS BIGINT), CAST($p4 AS TEXT))) AS given(Network_4, Site_5, Name_6)
), r4 AS NOT MATERIALIZED (
  SELECT
    Ip_1 AS Ip_7,
    Site_2 AS Site_8,
    Network_4 AS Network_9,
    Name_6 AS Name_10,
    Ip_1 AS Ip_11,
    Site_2 AS Site_12
  FROM r2
  INNER JOIN r3
    ON network_3 IS NOT DISTINCT FROM ANTIVENOM_KUSTO_IPV4_NETWORK(Network_4)
    AND Site_2 IS NOT DISTINCT FROM Site_5
), r5 AS NOT MATERIALIZED (
  SELECT
    Ip_7,
    Site_8,
    Network_9,
    Name_10
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    CAST(Ip_1 AS TEXT) AS Ip_1,
    CAST(Site_2 AS BIGINT) AS Site_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(2 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST(3 AS BIGINT))) AS given(Ip_1, Site_2)
), r7 AS NOT MATERIALIZED (
  SELECT
    Ip_11 AS Ip_13,
    Site_12 AS Site_14
  FROM r4
  GROUP BY
    1,
    2
), r8 AS NOT MATERIALIZED (
  SELECT
    Ip_1,
    Site_2
  FROM r6
  ANTI JOIN r7
    ON Ip_1 IS NOT DISTINCT FROM Ip_13 AND Site_2 IS NOT DISTINCT FROM Site_14
), r9 AS NOT MATERIALIZED (
  SELECT
    CAST(Ip_7 AS TEXT) AS Ip_15,
    CAST(Site_8 AS BIGINT) AS Site_16,
    CAST(Network_9 AS TEXT) AS Network_17,
    CAST(Name_10 AS TEXT) AS Name_18
  FROM r5
  UNION ALL
  SELECT
    CAST(Ip_1 AS TEXT) AS Ip_15,
    CAST(Site_2 AS BIGINT) AS Site_16,
    CAST($p5 AS TEXT) AS Network_17,
    CAST($p5 AS TEXT) AS Name_18
  FROM r8
)
SELECT
  Ip_15,
  Site_16,
  Network_17,
  Name_18
FROM r9
ORDER BY
  Ip_15,
  Site_16,
  Network_17,
  Name_18
-- $p1 = '10.1.2.3'
-- $p2 = '10.0.0.0/8'
-- $p3 = 'first'
-- $p4 = 'second'
-- $p5 = ''
