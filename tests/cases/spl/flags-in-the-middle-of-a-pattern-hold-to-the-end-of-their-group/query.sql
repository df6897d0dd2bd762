WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(t_2 AS TEXT) AS t_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT))) AS given(_time_1, t_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    CASE WHEN ANTIVENOM_PCRE_SEARCH(t_2, CAST($p4 AS TEXT)) THEN 1.0e0 ELSE 0.0e0 END AS m_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    m_3,
    CASE WHEN REGEXP_MATCHES(t_2, '^a(?i:b)') THEN 1.0e0 ELSE 0.0e0 END AS q_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    t_2,
    m_3,
    q_4
  FROM r3
)
SELECT
  t_2,
  m_3,
  q_4
FROM r4
-- $p1 = 'aB'
-- $p2 = 'Ab'
-- $p3 = 'C'
-- $p4 = '^(?:a(?i)b|c)$(?!x)'
