WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(t_1 AS TEXT) AS t_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT))) AS given(t_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    t_1,
    ANTIVENOM_KUSTO_HAS_IPV4(t_1, CAST($p6 AS TEXT)) AS whole_2,
    ANTIVENOM_KUSTO_HAS_IPV4_PREFIX(t_1, CAST($p7 AS TEXT)) AS prefix_3,
    ANTIVENOM_KUSTO_HAS_IPV4_PREFIX(t_1, CAST($p8 AS TEXT)) AS bad_4,
    ANTIVENOM_KUSTO_HAS_ANY_IPV4(
      t_1,
      '[' || (
        CAST(TO_JSON(CAST($p9 AS TEXT)) AS TEXT)
      ) || ',' || (
        CAST(TO_JSON(CAST($p6 AS TEXT)) AS TEXT)
      ) || ']'
    ) AS some_5,
    ANTIVENOM_KUSTO_HAS_ANY_IPV4_PREFIX(t_1, CAST($p10 AS TEXT)) AS listed_6
  FROM r1
)
SELECT
  t_1,
  whole_2,
  prefix_3,
  bad_4,
  some_5,
  listed_6
FROM r2
-- $p1 = '05:04:54 127.0.0.1 GET /x'
-- $p2 = '05:04:54127.0.0.1 GET /x'
-- $p3 = '127.0.0.256'
-- $p4 = 'to 127.0.0.1.'
-- $p5 = 'x127.0.0.1 (127.0.0.1)'
-- $p6 = '127.0.0.1'
-- $p7 = '127.0.'
-- $p8 = '127.0'
-- $p9 = '10.0.0.1'
-- $p10 = '["10.","127."]'
