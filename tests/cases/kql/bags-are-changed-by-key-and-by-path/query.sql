WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_BAG_SET_KEY(
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      COALESCE(
        '"' || CASE WHEN CAST(72000000000 AS BIGINT) < 0 THEN '-' ELSE '' END || CASE
          WHEN ABS(CAST(CAST(72000000000 AS BIGINT) AS INT128)) >= 864000000000
          THEN CAST(ABS(CAST(CAST(72000000000 AS BIGINT) AS INT128)) // 864000000000 AS TEXT) || '.'
          ELSE ''
        END || LPAD(
          CAST(ABS(CAST(CAST(72000000000 AS BIGINT) AS INT128)) // 36000000000 % 24 AS TEXT),
          2,
          '0'
        ) || ':' || LPAD(
          CAST(ABS(CAST(CAST(72000000000 AS BIGINT) AS INT128)) // 600000000 % 60 AS TEXT),
          2,
          '0'
        ) || ':' || LPAD(
          CAST(ABS(CAST(CAST(72000000000 AS BIGINT) AS INT128)) // 10000000 % 60 AS TEXT),
          2,
          '0'
        ) || CASE
          WHEN ABS(CAST(CAST(72000000000 AS BIGINT) AS INT128)) % 10000000 = 0
          THEN ''
          ELSE '.' || LPAD(CAST(ABS(CAST(CAST(72000000000 AS BIGINT) AS INT128)) % 10000000 AS TEXT), 7, '0')
        END || '"',
        'null'
      )
    ) AS a_2,
    ANTIVENOM_KUSTO_BAG_SET_KEY(
      CAST($p3 AS TEXT),
      CAST($p4 AS TEXT),
      COALESCE(CAST(CAST(1 AS BIGINT) AS TEXT), 'null')
    ) AS b_3,
    ANTIVENOM_KUSTO_BAG_REMOVE_KEYS(CAST($p5 AS TEXT), CAST($p6 AS TEXT)) AS c_4,
    ANTIVENOM_KUSTO_BAG_HAS_KEY(CAST($p7 AS TEXT), CAST($p8 AS TEXT)) AS d_5,
    ANTIVENOM_KUSTO_BAG_HAS_KEY(CAST($p1 AS TEXT), CAST($p8 AS TEXT)) AS e_6,
    ANTIVENOM_KUSTO_BAG_MERGE([CAST($p9 AS TEXT), CAST($p10 AS TEXT), CAST($p11 AS TEXT)]) AS f_7,
    ANTIVENOM_KUSTO_BAG_ZIP(CAST($p12 AS TEXT), CAST($p13 AS TEXT)) AS g_8,
    ANTIVENOM_KUSTO_BAG_ZIP(CAST($p14 AS TEXT), CAST($p15 AS TEXT)) AS h_9
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7,
  g_8,
  h_9
FROM r2
-- $p1 = '{"k":1}'
-- $p2 = '$.b.c'
-- $p3 = '[1]'
-- $p4 = 'k'
-- $p5 = '{"k":{"p":1,"q":2},"l":3}'
-- $p6 = '["$.k.p","l","m"]'
-- $p7 = '{"k":{"p":null}}'
-- $p8 = '$.k.p'
-- $p9 = '{"a":1}'
-- $p10 = '{"a":2,"b":3}'
-- $p11 = '{"b":4}'
-- $p12 = '["a",1,"b"]'
-- $p13 = '[5,6]'
-- $p14 = '["a"]'
-- $p15 = '7'
