WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Bytes_1 AS BIGINT) AS Bytes_1,
    CAST(Host_2 AS TEXT) AS Host_2
  FROM (VALUES
    (CAST(5 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(7 AS BIGINT), CAST($p2 AS TEXT))) AS given(Bytes_1, Host_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(Host_3 AS TEXT) AS Host_3,
    CAST(Owner_4 AS TEXT) AS Owner_4,
    CAST(Floor_5 AS BIGINT) AS Floor_5
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p3 AS TEXT), CAST(3 AS BIGINT))) AS given(Host_3, Owner_4, Floor_5)
), r3 AS NOT MATERIALIZED (
  SELECT
    Bytes_1 AS Bytes_6,
    Host_2 AS Host_7,
    Owner_4 AS Owner_8,
    Floor_5 AS Floor_9
  FROM r1
  LEFT OUTER JOIN r2
    ON Host_2 IS NOT DISTINCT FROM Host_3
), r4 AS NOT MATERIALIZED (
  SELECT
    Bytes_6,
    Host_7,
    COALESCE(Owner_8, CAST($p4 AS TEXT)) AS Owner_10,
    Floor_9
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    Bytes_6,
    Host_7,
    Owner_10,
    Floor_9
  FROM r4
)
SELECT
  Bytes_6,
  Host_7,
  Owner_10,
  Floor_9
FROM r5
ORDER BY
  Bytes_6,
  Host_7,
  Owner_10,
  Floor_9
-- $p1 = 'web1'
-- $p2 = 'db1'
-- $p3 = 'ada'
-- $p4 = ''
