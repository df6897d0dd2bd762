WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS a_2,
    CAST($p2 AS TEXT) AS b_3,
    CAST($p3 AS TEXT) AS c_4,
    CAST($p4 AS TEXT) AS d_5,
    CAST($p5 AS TEXT) AS e_6,
    COALESCE(CAST($p6 AS TEXT) ->> '$', '') AS f_7,
    COALESCE(CAST($p7 AS TEXT) ->> '$', '') AS g_8,
    CASE
      WHEN 1.5e0 IS NULL
      THEN ''
      ELSE CASE
        WHEN ABS(1.5e0) < 1e9 AND 1.5e0 * 8 = TRUNC(1.5e0 * 8)
        THEN CAST(1.5e0 AS TEXT)
        ELSE ANTIVENOM_KUSTO_REAL_TEXT(1.5e0)
      END
    END AS h_9
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
-- $p1 = 'True'
-- $p2 = ''
-- $p3 = '2020-01-02T03:04:05.6000000Z'
-- $p4 = '1.00:00:00'
-- $p5 = '-01:30:00'
-- $p6 = '{"a":[1,"x"]}'
-- $p7 = '"x"'
