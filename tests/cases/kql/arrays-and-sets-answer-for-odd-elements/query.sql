WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_ARRAY_SUM(CAST($p1 AS TEXT)) AS a_2,
    ANTIVENOM_KUSTO_ARRAY_SUM(CAST($p2 AS TEXT)) AS b_3,
    ANTIVENOM_KUSTO_ARRAY_INDEX_OF(
      CAST($p3 AS TEXT),
      COALESCE(CAST(NULL AS TEXT), 'null'),
      CAST(0 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(1 AS BIGINT)
    ) AS c_4,
    ANTIVENOM_KUSTO_SET_UNION([CAST($p4 AS TEXT), CAST($p5 AS TEXT)]) AS d_5,
    ANTIVENOM_KUSTO_SET_INTERSECT([CAST($p6 AS TEXT), CAST($p7 AS TEXT)]) AS e_6,
    CASE
      WHEN LIST_BOOL_AND(
        LIST_TRANSFORM(
          [
            CASE
              WHEN JSON_TYPE(CAST($p8 AS TEXT)) = 'ARRAY'
              THEN LIST_TRANSFORM(
                FROM_JSON(CAST($p8 AS TEXT), '["JSON"]'),
                LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
              )
            END,
            CASE
              WHEN JSON_TYPE(CAST($p9 AS TEXT)) = 'ARRAY'
              THEN LIST_TRANSFORM(
                FROM_JSON(CAST($p9 AS TEXT), '["JSON"]'),
                LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
              )
            END
          ],
          LAMBDA one : NOT one IS NULL
        )
      )
      THEN LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            [
              CASE
                WHEN JSON_TYPE(CAST($p8 AS TEXT)) = 'ARRAY'
                THEN LIST_TRANSFORM(
                  FROM_JSON(CAST($p8 AS TEXT), '["JSON"]'),
                  LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
                )
              END,
              CASE
                WHEN JSON_TYPE(CAST($p9 AS TEXT)) = 'ARRAY'
                THEN LIST_TRANSFORM(
                  FROM_JSON(CAST($p9 AS TEXT), '["JSON"]'),
                  LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
                )
              END
            ]
          ],
          LAMBDA lists : '[' || ARRAY_TO_STRING(FLATTEN(lists), ',') || ']'
        ),
        1
      )
    END AS f_7,
    ANTIVENOM_KUSTO_ARRAY_SHIFT(CAST($p10 AS TEXT), CAST(1 AS BIGINT), CAST(NULL AS TEXT)) AS g_8,
    ANTIVENOM_KUSTO_ARRAY_SPLIT(CAST($p11 AS TEXT), COALESCE(CAST($p12 AS TEXT), 'null')) AS h_9,
    ANTIVENOM_KUSTO_ARRAY_SORT([CAST($p13 AS TEXT)], CAST(0 AS BIGINT), TRUE, TRUE) AS i_10,
    ANTIVENOM_KUSTO_ARRAY_ROTATE(CAST($p14 AS TEXT), CAST(1 AS BIGINT)) AS j_11,
    ANTIVENOM_KUSTO_BAG_ZIP(CAST($p15 AS TEXT), CAST($p11 AS TEXT)) AS k_12,
    ANTIVENOM_KUSTO_JACCARD_INDEX([CAST($p1 AS TEXT), CAST($p1 AS TEXT)]) AS l_13,
    CAST($p16 AS TEXT) AS s_14,
    CASE
      WHEN TRIM(CAST($p17 AS TEXT)) = ''
      THEN NULL
      WHEN JSON_VALID(CAST($p17 AS TEXT))
      AND REGEXP_MATCHES(
        REGEXP_REPLACE(CAST($p17 AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
        '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
      )
      THEN COALESCE(
        ANTIVENOM_KUSTO_STRICT_JSON(CAST($p17 AS TEXT)),
        CAST(TO_JSON(CAST($p17 AS TEXT)) AS TEXT)
      )
      WHEN JSON_VALID(CAST($p17 AS TEXT))
      THEN NULLIF(TRY(CAST(JSON(CAST($p17 AS TEXT)) AS TEXT)), 'null')
      ELSE CAST(TO_JSON(CAST($p17 AS TEXT)) AS TEXT)
    END AS x_15,
    CASE
      WHEN TRIM(CAST($p18 AS TEXT)) = ''
      THEN NULL
      WHEN JSON_VALID(CAST($p18 AS TEXT))
      AND REGEXP_MATCHES(
        REGEXP_REPLACE(CAST($p18 AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
        '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
      )
      THEN COALESCE(
        ANTIVENOM_KUSTO_STRICT_JSON(CAST($p18 AS TEXT)),
        CAST(TO_JSON(CAST($p18 AS TEXT)) AS TEXT)
      )
      WHEN JSON_VALID(CAST($p18 AS TEXT))
      THEN NULLIF(TRY(CAST(JSON(CAST($p18 AS TEXT)) AS TEXT)), 'null')
      ELSE CAST(TO_JSON(CAST($p18 AS TEXT)) AS TEXT)
    END AS y_16
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    c_4,
    d_5,
    e_6,
    f_7,
    g_8,
    h_9,
    i_10,
    j_11,
    k_12,
    l_13,
    s_14,
    x_15,
    y_16,
    ARRAY_CONTAINS(
      LIST_TRANSFORM(
        LIST_FILTER(
          CASE WHEN JSON_TYPE(x_15) = 'ARRAY' THEN FROM_JSON(x_15, '["JSON"]') ELSE [] END,
          LAMBDA element : JSON_TYPE(element) = 'VARCHAR'
        ),
        LAMBDA element : element ->> '$'
      ),
      CAST($p19 AS TEXT)
    ) AS m_17,
    ANTIVENOM_KUSTO_HAS_ANY_ARRAY(s_14, y_16) AS n_18
  FROM r2
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7,
  g_8,
  h_9,
  i_10,
  j_11,
  k_12,
  l_13,
  s_14,
  x_15,
  y_16,
  m_17,
  n_18
FROM r3
-- $p1 = '[]'
-- $p2 = '[null,1.5]'
-- $p3 = '[1,null]'
-- $p4 = '[1,1.0,null]'
-- $p5 = '[null,{"a":1}]'
-- $p6 = '[[1],2]'
-- $p7 = '[2.0,[1]]'
-- $p8 = '[1]'
-- $p9 = '{"a":1}'
-- $p10 = '["a","b"]'
-- $p11 = '[1,2]'
-- $p12 = '[5,1]'
-- $p13 = '[1,"a",null,2]'
-- $p14 = '"x"'
-- $p15 = '["a","a"]'
-- $p16 = 'true 1.5'
-- $p17 = '[5,"6"]'
-- $p18 = '[1.5,{"a":1}]'
-- $p19 = '5'
