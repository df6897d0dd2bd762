WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS f_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    f_2,
    f_2 AS g_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CASE
      WHEN LENGTH(LIST_FILTER(STR_SPLIT(f_2, CAST($p2 AS TEXT)), LAMBDA piece : piece <> '')) > 0
      THEN LIST_FILTER(STR_SPLIT(f_2, CAST($p2 AS TEXT)), LAMBDA piece : piece <> '')
    END AS f_4,
    g_3
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    f_4,
    STR_SPLIT(g_3, CAST($p2 AS TEXT)) AS g_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    f_4,
    g_5
  FROM r5
)
SELECT
  f_4,
  g_5
FROM r6
-- $p1 = 'a,,b'
-- $p2 = ','
