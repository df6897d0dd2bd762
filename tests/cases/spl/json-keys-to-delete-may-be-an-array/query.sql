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
        ANTIVENOM_SPLUNK_JSON_NUMBER(CAST($p2 AS TEXT)),
        CAST($p3 AS TEXT),
        ANTIVENOM_SPLUNK_JSON_GUESS(
          ANTIVENOM_SPLUNK_JSON_OBJECT(
            CAST([
              CAST($p4 AS TEXT),
              ANTIVENOM_SPLUNK_JSON_NUMBER(CAST($p5 AS TEXT)),
              CAST($p6 AS TEXT),
              ANTIVENOM_SPLUNK_JSON_NUMBER(CAST($p7 AS TEXT))
            ] AS TEXT[])
          )
        ),
        CAST($p8 AS TEXT),
        ANTIVENOM_SPLUNK_JSON_NUMBER(CAST($p9 AS TEXT))
      ] AS TEXT[])
    ) AS o_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ANTIVENOM_SPLUNK_JSON_DELETE(
      o_2,
      CAST([
        ANTIVENOM_SPLUNK_JSON_ARRAY(
          CAST([
            ANTIVENOM_SPLUNK_JSON_STRING(CAST($p1 AS TEXT)),
            ANTIVENOM_SPLUNK_JSON_STRING(CAST($p10 AS TEXT))
          ] AS TEXT[])
        ),
        CAST($p8 AS TEXT)
      ] AS TEXT[])
    ) AS o_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    o_3
  FROM r3
)
SELECT
  o_3
FROM r4
-- $p1 = 'a'
-- $p2 = '1'
-- $p3 = 'b'
-- $p4 = 'c'
-- $p5 = '2'
-- $p6 = 'd'
-- $p7 = '3'
-- $p8 = 'e'
-- $p9 = '4'
-- $p10 = 'b.c'
