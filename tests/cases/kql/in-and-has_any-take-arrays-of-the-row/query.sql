WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1,
    CAST(l_2 AS BIGINT) AS l_2,
    CAST(a_3 AS TEXT) AS a_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(7 AS BIGINT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST(8 AS BIGINT), CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT), CAST(9 AS BIGINT), CAST($p6 AS TEXT))) AS given(s_1, l_2, a_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    l_2,
    a_3,
    ARRAY_CONTAINS(
      LIST_TRANSFORM(
        LIST_FILTER(
          CASE WHEN JSON_TYPE(a_3) = 'ARRAY' THEN FROM_JSON(a_3, '["JSON"]') ELSE [] END,
          LAMBDA element : JSON_TYPE(element) = 'VARCHAR'
        ),
        LAMBDA element : element ->> '$'
      ),
      s_1
    ) AS b_4,
    ARRAY_CONTAINS(
      LIST_TRANSFORM(
        LIST_TRANSFORM(
          LIST_FILTER(
            CASE WHEN JSON_TYPE(a_3) = 'ARRAY' THEN FROM_JSON(a_3, '["JSON"]') ELSE [] END,
            LAMBDA element : JSON_TYPE(element) = 'VARCHAR'
          ),
          LAMBDA element : element ->> '$'
        ),
        LAMBDA element : LOWER(element)
      ),
      LOWER(s_1)
    ) AS c_5,
    ANTIVENOM_KUSTO_IN_VALUES(COALESCE(CAST(l_2 AS TEXT), 'null'), a_3) AS d_6,
    ANTIVENOM_KUSTO_HAS_ANY_ARRAY(s_1, a_3) AS e_7,
    ANTIVENOM_KUSTO_HAS_ALL_ARRAY(s_1, a_3) AS f_8,
    ARRAY_CONTAINS(
      LIST_TRANSFORM(
        LIST_FILTER(
          CASE
            WHEN JSON_TYPE(
              '[' || (
                CAST(TO_JSON(CAST($p7 AS TEXT)) AS TEXT)
              ) || ',' || (
                CAST(TO_JSON(LOWER(s_1)) AS TEXT)
              ) || ']'
            ) = 'ARRAY'
            THEN FROM_JSON(
              '[' || (
                CAST(TO_JSON(CAST($p7 AS TEXT)) AS TEXT)
              ) || ',' || (
                CAST(TO_JSON(LOWER(s_1)) AS TEXT)
              ) || ']',
              '["JSON"]'
            )
            ELSE []
          END,
          LAMBDA element : JSON_TYPE(element) = 'VARCHAR'
        ),
        LAMBDA element : element ->> '$'
      ),
      s_1
    ) AS g_9,
    NOT ANTIVENOM_KUSTO_IN_VALUES(COALESCE(CAST(l_2 AS TEXT), 'null'), a_3) AS h_10
  FROM r1
)
SELECT
  s_1,
  l_2,
  a_3,
  b_4,
  c_5,
  d_6,
  e_7,
  f_8,
  g_9,
  h_10
FROM r2
-- $p1 = 'exe'
-- $p2 = '["exe",7]'
-- $p3 = 'my exe'
-- $p4 = '["EXE",null]'
-- $p5 = 'dll'
-- $p6 = '[9]'
-- $p7 = 'x'
