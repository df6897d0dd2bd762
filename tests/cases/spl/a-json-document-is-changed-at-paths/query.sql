WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ANTIVENOM_SPLUNK_JSON_OBJECT(
      CAST([
        CAST($p1 AS TEXT),
        ANTIVENOM_SPLUNK_JSON_GUESS(
          ANTIVENOM_SPLUNK_JSON_ARRAY(
            CAST([
              ANTIVENOM_SPLUNK_JSON_STRING(CAST($p2 AS TEXT)),
              ANTIVENOM_SPLUNK_JSON_STRING(CAST($p3 AS TEXT))
            ] AS TEXT[])
          )
        ),
        CAST($p4 AS TEXT),
        ANTIVENOM_SPLUNK_JSON_GUESS(
          ANTIVENOM_SPLUNK_JSON_OBJECT(
            CAST([CAST($p5 AS TEXT), ANTIVENOM_SPLUNK_JSON_STRING(CAST($p6 AS TEXT))] AS TEXT[])
          )
        ),
        CAST($p7 AS TEXT),
        ANTIVENOM_SPLUNK_JSON_NUMBER(CAST($p8 AS TEXT))
      ] AS TEXT[])
    ) AS d_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    ANTIVENOM_SPLUNK_JSON_APPEND(
      d_2,
      CAST([
        CAST($p1 AS TEXT),
        ANTIVENOM_SPLUNK_JSON_GUESS(
          ANTIVENOM_SPLUNK_JSON_ARRAY(CAST([ANTIVENOM_SPLUNK_JSON_STRING(CAST($p9 AS TEXT))] AS TEXT[]))
        ),
        CAST($p10 AS TEXT),
        ANTIVENOM_SPLUNK_JSON_STRING(CAST($p11 AS TEXT)),
        CAST($p12 AS TEXT),
        ANTIVENOM_SPLUNK_JSON_NUMBER(CAST($p13 AS TEXT))
      ] AS TEXT[])
    ) AS a_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    ANTIVENOM_SPLUNK_JSON_EXTEND(
      d_2,
      CAST([
        CAST($p1 AS TEXT),
        ANTIVENOM_SPLUNK_JSON_GUESS(
          ANTIVENOM_SPLUNK_JSON_ARRAY(
            CAST([
              ANTIVENOM_SPLUNK_JSON_STRING(CAST($p9 AS TEXT)),
              ANTIVENOM_SPLUNK_JSON_STRING(CAST($p14 AS TEXT))
            ] AS TEXT[])
          )
        )
      ] AS TEXT[])
    ) AS b_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    b_4,
    ANTIVENOM_SPLUNK_JSON_SET(
      d_2,
      CAST([
        CAST($p15 AS TEXT),
        ANTIVENOM_SPLUNK_JSON_NUMBER(CAST($p16 AS TEXT)),
        CAST($p17 AS TEXT),
        CASE WHEN TRUE THEN 'true' WHEN NOT TRUE THEN 'false' ELSE 'null' END,
        CAST($p18 AS TEXT),
        ANTIVENOM_SPLUNK_JSON_NUMBER(CAST($p13 AS TEXT))
      ] AS TEXT[])
    ) AS c_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    b_4,
    c_5,
    ANTIVENOM_SPLUNK_JSON_DELETE(d_2, CAST([CAST($p7 AS TEXT), CAST($p10 AS TEXT)] AS TEXT[])) AS e_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    a_3,
    b_4,
    c_5,
    e_6,
    ANTIVENOM_SPLUNK_JSON_SET_EXACT(d_2, CAST([CAST($p10 AS TEXT), CAST($p19 AS TEXT)] AS TEXT[])) AS f_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    a_3,
    b_4,
    c_5,
    e_6,
    f_7
  FROM r7
)
SELECT
  a_3,
  b_4,
  c_5,
  e_6,
  f_7
FROM r8
-- $p1 = 'hosts'
-- $p2 = 'a'
-- $p3 = 'b'
-- $p4 = 'os'
-- $p5 = 'name'
-- $p6 = 'linux'
-- $p7 = 'n'
-- $p8 = '3'
-- $p9 = 'c'
-- $p10 = 'os.name'
-- $p11 = 'bsd'
-- $p12 = 'nowhere'
-- $p13 = '1'
-- $p14 = 'd'
-- $p15 = 'os.version'
-- $p16 = '6.5'
-- $p17 = 'hosts{1}'
-- $p18 = 'n.x'
-- $p19 = 'null'
