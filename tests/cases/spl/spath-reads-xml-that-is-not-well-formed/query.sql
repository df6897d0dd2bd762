WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS x_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    ANTIVENOM_SPLUNK_SPATH(x_2, CAST($p2 AS TEXT)) AS ids_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    ids_3,
    ANTIVENOM_SPLUNK_SPATH(x_2, CAST($p3 AS TEXT)) AS texts_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    ids_3,
    texts_4,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH(x_2, CAST($p4 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS kind_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    ids_3,
    texts_4,
    kind_5
  FROM r5
)
SELECT
  ids_3,
  texts_4,
  kind_5
FROM r6
-- $p1 = "<?xml version=1.0> <log> <e id=7 kind='a b=c'>one</e> <e id=8/> <e id=9>two</e>"
-- $p2 = 'log.e{@id}'
-- $p3 = 'log.e'
-- $p4 = 'log.e{@kind}'
