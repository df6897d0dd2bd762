WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS d_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    ANTIVENOM_SPLUNK_JSON_EXTRACT(d_2, CAST([CAST($p2 AS TEXT)] AS TEXT[])) AS a_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    ANTIVENOM_SPLUNK_JSON_EXTRACT(d_2, CAST([CAST($p3 AS TEXT)] AS TEXT[])) AS b_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    b_4,
    ANTIVENOM_SPLUNK_JSON_EXTRACT(d_2, CAST([CAST($p4 AS TEXT), CAST($p5 AS TEXT), CAST($p6 AS TEXT)] AS TEXT[])) AS c_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    b_4,
    c_5,
    ANTIVENOM_SPLUNK_JSON_EXTRACT(d_2, CAST([CAST($p7 AS TEXT)] AS TEXT[])) AS e_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    b_4,
    c_5,
    e_6,
    ANTIVENOM_SPLUNK_JSON_EXTRACT_EXACT(d_2, CAST([CAST($p8 AS TEXT)] AS TEXT[])) AS f_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    b_4,
    c_5,
    e_6,
    f_7,
    ANTIVENOM_SPLUNK_JSON_EXTRACT(d_2, CAST([CAST($p5 AS TEXT)] AS TEXT[])) AS g_8
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    b_4,
    c_5,
    e_6,
    f_7,
    g_8,
    ANTIVENOM_SPLUNK_JSON_EXTRACT(CAST($p9 AS TEXT), CAST([CAST($p10 AS TEXT)] AS TEXT[])) AS h_9
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    b_4,
    c_5,
    e_6,
    f_7,
    g_8,
    h_9,
    ANTIVENOM_SPLUNK_JSON_KEYS(d_2) AS i_10
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    b_4,
    c_5,
    e_6,
    f_7,
    g_8,
    h_9,
    i_10,
    ANTIVENOM_SPLUNK_JSON_ENTRIES(CAST($p11 AS TEXT)) AS j_11
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    b_4,
    c_5,
    e_6,
    f_7,
    g_8,
    h_9,
    i_10,
    j_11,
    ANTIVENOM_SPLUNK_JSON_EXTRACT(CAST($p12 AS TEXT), CAST([CAST($p13 AS TEXT)] AS TEXT[])) AS k_12
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    a_3,
    b_4,
    c_5,
    e_6,
    f_7,
    g_8,
    h_9,
    i_10,
    j_11,
    k_12
  FROM r12
)
SELECT
  a_3,
  b_4,
  c_5,
  e_6,
  f_7,
  g_8,
  h_9,
  i_10,
  j_11,
  k_12
FROM r13
-- $p1 = '{"a.b": 1.0, "list": [{"n": "x"}, {"n": null}, {"m": 2}], "t": true, "none": null}'
-- $p2 = 'list{}.n'
-- $p3 = 'list{2}.m'
-- $p4 = 't'
-- $p5 = 'none'
-- $p6 = 'missing'
-- $p7 = 'list{0}'
-- $p8 = 'a.b'
-- $p9 = 'no json'
-- $p10 = 'a'
-- $p11 = '{"k": [1]}'
-- $p12 = '[1,2]'
-- $p13 = '{}'
