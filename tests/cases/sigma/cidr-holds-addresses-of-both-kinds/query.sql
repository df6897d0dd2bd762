WITH r1 AS NOT MATERIALIZED (
  SELECT
    DestinationIp_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    DestinationIp_1
  FROM r1
  WHERE
    COALESCE(ANTIVENOM_SIGMA_WITHIN(DestinationIp_1, CAST($p1 AS TEXT)), FALSE)
    OR COALESCE(ANTIVENOM_SIGMA_WITHIN(DestinationIp_1, CAST($p2 AS TEXT)), FALSE)
), r3 AS NOT MATERIALIZED (
  SELECT
    DestinationIp_1
  FROM r2
)
SELECT
  DestinationIp_1
FROM r3
-- $p1 = '10.0.0.0/8'
-- $p2 = 'fe80::/10'
