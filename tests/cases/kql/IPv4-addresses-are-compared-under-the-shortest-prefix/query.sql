WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(a_1 AS TEXT) AS a_1,
    CAST(b_2 AS TEXT) AS b_2,
    CAST(n_3 AS BIGINT) AS n_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(31 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST(32 AS BIGINT)),
    (CAST($p5 AS TEXT), CAST($p6 AS TEXT), CAST(32 AS BIGINT)),
    (CAST($p6 AS TEXT), CAST($p5 AS TEXT), CAST(32 AS BIGINT)),
    (CAST($p7 AS TEXT), CAST($p5 AS TEXT), CAST(32 AS BIGINT))) AS given(a_1, b_2, n_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    a_1,
    b_2,
    n_3,
    ANTIVENOM_KUSTO_IPV4_COMPARE(a_1, b_2, n_3) AS compared_4,
    ANTIVENOM_KUSTO_IPV4_IS_MATCH(a_1, b_2, CAST(32 AS BIGINT)) AS matched_5,
    ANTIVENOM_KUSTO_IPV4_IS_IN_RANGE(CAST($p8 AS TEXT), b_2) AS within_6,
    ANTIVENOM_KUSTO_IPV4_IS_IN_ANY_RANGE(
      a_1,
      '[' || (
        CAST(TO_JSON(CAST($p9 AS TEXT)) AS TEXT)
      ) || ',' || (
        CAST(TO_JSON(CAST($p10 AS TEXT)) AS TEXT)
      ) || ']'
    ) AS some_7,
    ANTIVENOM_KUSTO_IPV4_IS_IN_ANY_RANGE(a_1, CAST($p11 AS TEXT)) AS listed_8,
    ANTIVENOM_KUSTO_IPV4_RANGE_TO_CIDR_LIST(CAST($p12 AS TEXT), CAST($p13 AS TEXT)) AS covered_9
  FROM r1
)
SELECT
  a_1,
  b_2,
  n_3,
  compared_4,
  matched_5,
  within_6,
  some_7,
  listed_8,
  covered_9
FROM r2
-- $p1 = '192.168.1.1'
-- $p2 = '192.168.1.0'
-- $p3 = '192.168.1.1/24'
-- $p4 = '192.168.1.255'
-- $p5 = '10.0.0.1'
-- $p6 = '10.0.0.2'
-- $p7 = 'x'
-- $p8 = '192.168.1.6'
-- $p9 = '192.168.1.0/24'
-- $p10 = '10.0.0.0/31'
-- $p11 = '["10.0.0.0/8"]'
-- $p12 = '1.1.128.0'
-- $p13 = '1.1.140.255'
