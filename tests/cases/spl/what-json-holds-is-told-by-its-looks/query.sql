WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(v_2 AS TEXT) AS v_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p7 AS TEXT))) AS given(_time_1, v_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    ANTIVENOM_SPLUNK_JSON_ARRAY(
      CAST([
        ANTIVENOM_SPLUNK_JSON_GUESS(v_2),
        ANTIVENOM_SPLUNK_JSON_STRING(CAST($p1 AS TEXT)),
        ANTIVENOM_SPLUNK_JSON_NUMBER(CAST($p1 AS TEXT)),
        ANTIVENOM_SPLUNK_JSON_VALUES(STR_SPLIT(CAST($p8 AS TEXT), CAST($p9 AS TEXT))),
        CAST($p10 AS TEXT)
      ] AS TEXT[])
    ) AS a_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    a_3,
    ANTIVENOM_SPLUNK_JSON_MV(CAST($p11 AS TEXT), FALSE) AS m_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    a_3,
    m_4,
    ANTIVENOM_SPLUNK_JSON_MV(CAST($p12 AS TEXT), TRUE) AS q_5
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    a_3,
    m_4,
    q_5,
    CAST(NULLIF(LENGTH(ANTIVENOM_SPLUNK_JSON_MV(CAST($p13 AS TEXT), FALSE)), 0) AS DOUBLE) AS t_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    a_3,
    m_4,
    q_5,
    t_6,
    CASE
      WHEN ANTIVENOM_SPLUNK_JSON_VALID(v_2)
      THEN CAST($p14 AS TEXT)
      ELSE CAST($p4 AS TEXT)
    END AS ok_7
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    v_2,
    a_3,
    m_4,
    q_5,
    t_6,
    ok_7
  FROM r6
)
SELECT
  v_2,
  a_3,
  m_4,
  q_5,
  t_6,
  ok_7
FROM r7
-- $p1 = '12'
-- $p2 = '012'
-- $p3 = '1.50'
-- $p4 = 'text'
-- $p5 = '[1'
-- $p6 = '{broken'
-- $p7 = 'true'
-- $p8 = '1,b'
-- $p9 = ','
-- $p10 = 'null'
-- $p11 = '["x", 2, null, {"a": 1}]'
-- $p12 = '["x"]'
-- $p13 = '[]'
-- $p14 = 'json'
