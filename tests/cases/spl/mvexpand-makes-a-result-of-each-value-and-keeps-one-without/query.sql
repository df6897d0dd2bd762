WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    m_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    m_2,
    UNNEST(CASE WHEN LENGTH(m_2) > 0 THEN m_2 ELSE [NULL] END) AS m_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1,
    m_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    id_1,
    m_3
  FROM r3
)
SELECT
  id_1,
  m_3
FROM r4
