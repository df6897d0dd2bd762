WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS a_2,
    CAST($p2 AS TEXT) AS b_3,
    CASE
      WHEN 1.5e0 IS NULL
      THEN ''
      ELSE CASE
        WHEN ABS(1.5e0) < 1e9 AND 1.5e0 * 8 = TRUNC(1.5e0 * 8)
        THEN CAST(1.5e0 AS TEXT)
        ELSE ANTIVENOM_KUSTO_REAL_TEXT(1.5e0)
      END
    END AS c_4,
    CAST($p3 AS TEXT) AS d_5,
    CAST($p4 AS TEXT) AS e_6,
    CAST($p5 AS TEXT) AS f_7,
    COALESCE(ANTIVENOM_KUSTO_DYNAMIC_TO_JSON(CAST($p6 AS TEXT)), '') AS g_8
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7,
  g_8
FROM r2
-- $p1 = '1'
-- $p2 = 'x'
-- $p3 = '01:30:00'
-- $p4 = '2024-05-17T00:00:00.0000000Z'
-- $p5 = ''
-- $p6 = '{"b":1,"a":[2]}'
