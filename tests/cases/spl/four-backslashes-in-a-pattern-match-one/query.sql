WITH r1 AS NOT MATERIALIZED (
  SELECT
    p_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    p_1,
    CASE
      WHEN REGEXP_MATCHES(p_1, '^C:\\Temp')
      THEN CAST($p2 AS TEXT)
      ELSE CAST($p3 AS TEXT)
    END AS m_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    m_2
  FROM r2
)
SELECT
  m_2
FROM r3
-- $p2 = 'y'
-- $p3 = 'n'
