WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(ip_2 AS TEXT) AS ip_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT))) AS given(_time_1, ip_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ip_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ip_2,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_3,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ip_2,
    position_3
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ip_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ip_2,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_3,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ip_2,
    position_3
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    ip_2 AS key_4
  FROM r7
  GROUP BY
    1
), r9 AS NOT MATERIALIZED (
  SELECT
    net_5,
    site_6
  FROM table1
), r10 AS NOT MATERIALIZED (
  SELECT
    NULLIF(net_5, CAST($p5 AS TEXT)) AS net_7,
    NULLIF(site_6, CAST($p5 AS TEXT)) AS site_8
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    net_7,
    site_8,
    ROW_NUMBER() OVER () AS row_position
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    net_7,
    site_8,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_9,
    row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    net_7,
    site_8,
    position_9
  FROM r12
  ORDER BY
    row_position
), r14 AS NOT MATERIALIZED (
  SELECT
    key_4 AS key_10,
    net_7 AS net_11,
    site_8 AS site_12,
    position_9 AS place_13
  FROM r8
  INNER JOIN r13
    ON CAST(1 AS BIGINT) IS NOT DISTINCT FROM CAST(1 AS BIGINT)
), r15 AS NOT MATERIALIZED (
  SELECT
    key_10,
    net_11,
    site_12,
    place_13
  FROM r14
  WHERE
    ANTIVENOM_CIDR_MATCH(key_10, net_11)
), r16 AS NOT MATERIALIZED (
  SELECT
    key_10,
    net_11,
    site_12,
    place_13
  FROM r15
  ORDER BY
    place_13 ASC,
    key_10 NULLS FIRST,
    net_11 NULLS FIRST,
    site_12 NULLS FIRST,
    place_13 NULLS FIRST
), r17 AS NOT MATERIALIZED (
  SELECT
    key_10,
    net_11,
    site_12,
    place_13,
    ROW_NUMBER() OVER () AS row_position
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    key_10,
    net_11,
    site_12,
    place_13,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY key_10 ORDER BY row_position) AS rank_in_group
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    key_10,
    net_11,
    site_12,
    place_13
  FROM r18
  WHERE
    rank_in_group <= 1000
  ORDER BY
    row_position
), r20 AS NOT MATERIALIZED (
  SELECT
    key_10,
    net_11,
    site_12,
    place_13,
    ROW_NUMBER() OVER () AS row_position
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    key_10 AS key_15,
    ARRAY_AGG(site_12 ORDER BY row_position) FILTER(WHERE
      NOT site_12 IS NULL) AS site_14
  FROM r20
  GROUP BY
    1
), r22 AS NOT MATERIALIZED (
  SELECT
    key_15,
    site_14,
    CAST(1 AS BIGINT) AS found_16
  FROM r21
), r23 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_17,
    ip_2 AS ip_18,
    site_14 AS site_19,
    position_3 AS position_20
  FROM r4
  LEFT OUTER JOIN r22
    ON ip_2 IS NOT DISTINCT FROM key_15
), r24 AS NOT MATERIALIZED (
  SELECT
    _time_17,
    ip_18,
    site_19,
    position_20
  FROM r23
  ORDER BY
    position_20 ASC,
    _time_17 NULLS FIRST,
    ip_18 NULLS FIRST,
    site_19 NULLS FIRST,
    position_20 NULLS FIRST
), r25 AS NOT MATERIALIZED (
  SELECT
    _time_17,
    ip_18,
    site_19
  FROM r24
), r26 AS NOT MATERIALIZED (
  SELECT
    ip_18,
    site_19
  FROM r25
)
SELECT
  ip_18,
  site_19
FROM r26
-- $p1 = '10.1.2.3'
-- $p2 = '10.2.0.1'
-- $p3 = '2001:0db8:ffff:ffff:ffff:ffff:ffff:ff99'
-- $p4 = '8.8.8.8'
-- $p5 = ''
