WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(n_2 AS TEXT) AS n_2,
    CAST(t_3 AS TEXT) AS t_3,
    CAST(j_4 AS TEXT) AS j_4,
    CAST(e_5 AS TEXT) AS e_5
  FROM (VALUES
    (
      FLOOR(1772452800.0e0),
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      CAST($p3 AS TEXT),
      CAST($p4 AS TEXT)
    ),
    (
      FLOOR(1772452800.0e0),
      CAST($p5 AS TEXT),
      CAST($p6 AS TEXT),
      CAST($p7 AS TEXT),
      CAST(NULL AS TEXT)
    )) AS given(_time_1, n_2, t_3, j_4, e_5)
), r2 AS NOT MATERIALIZED (
  SELECT
    n_2,
    t_3,
    j_4,
    e_5
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    n_2,
    t_3,
    j_4,
    e_5,
    ANTIVENOM_SPLUNK_JSON_OBJECT(
      CAST([
        CAST($p8 AS TEXT),
        ANTIVENOM_SPLUNK_TOJSON(n_2, CAST($p9 AS TEXT), TRUE),
        CAST($p10 AS TEXT),
        ANTIVENOM_SPLUNK_TOJSON(t_3, CAST($p11 AS TEXT), TRUE),
        CAST($p12 AS TEXT),
        ANTIVENOM_SPLUNK_TOJSON(j_4, CAST($p13 AS TEXT), TRUE),
        CAST($p14 AS TEXT),
        ANTIVENOM_SPLUNK_TOJSON(e_5, CAST($p15 AS TEXT), TRUE)
      ] AS TEXT[])
    ) AS typed_6
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    n_2,
    t_3,
    j_4,
    e_5,
    typed_6,
    ANTIVENOM_SPLUNK_JSON_OBJECT(
      CAST([
        CAST($p8 AS TEXT),
        ANTIVENOM_SPLUNK_TOJSON(n_2, CAST($p16 AS TEXT), FALSE),
        CAST($p10 AS TEXT),
        ANTIVENOM_SPLUNK_TOJSON(t_3, CAST($p16 AS TEXT), FALSE),
        CAST($p12 AS TEXT),
        ANTIVENOM_SPLUNK_TOJSON(j_4, CAST($p16 AS TEXT), FALSE)
      ] AS TEXT[])
    ) AS plain_7
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    typed_6,
    plain_7
  FROM r4
)
SELECT
  typed_6,
  plain_7
FROM r5
-- $p1 = '07'
-- $p2 = 'true'
-- $p3 = '[1]'
-- $p4 = 'x'
-- $p5 = '5'
-- $p6 = 'no'
-- $p7 = '{bad'
-- $p8 = 'n'
-- $p9 = 'num'
-- $p10 = 't'
-- $p11 = 'auto'
-- $p12 = 'j'
-- $p13 = 'json'
-- $p14 = 'e'
-- $p15 = 'bool'
-- $p16 = 'none'
