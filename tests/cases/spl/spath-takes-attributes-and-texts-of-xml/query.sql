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
    ANTIVENOM_SPLUNK_SPATH(x_2, CAST($p2 AS TEXT)) AS years_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    years_3,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH(x_2, CAST($p3 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS second_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    years_3,
    second_4,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH(x_2, CAST($p4 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS inner_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    years_3,
    second_4,
    inner_5,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH_FIELD(x_2, CAST($p5 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS c_6,
    ANTIVENOM_SPLUNK_SPATH_FIELD(x_2, CAST($p2 AS TEXT)) AS c_7,
    ANTIVENOM_SPLUNK_SPATH_FIELD(x_2, CAST($p6 AS TEXT)) AS c_8
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    years_3,
    second_4,
    inner_5,
    c_6,
    c_7,
    c_8
  FROM r6
)
SELECT
  years_3,
  second_4,
  inner_5,
  c_6,
  c_7,
  c_8
FROM r7
-- $p1 = '<?xml version="1.0"?><list kind="k"><book><title year="1996">One</title><title year="1998">Two &amp; a half</title></book><book><title year="2004">Three</title></book></list>'
-- $p2 = 'list.book.title{@year}'
-- $p3 = 'list.book{1}.title{2}'
-- $p4 = 'list.book{2}'
-- $p5 = 'list{@kind}'
-- $p6 = 'list.book.title'
