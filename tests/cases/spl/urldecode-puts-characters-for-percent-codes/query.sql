WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CASE
      WHEN REGEXP_FULL_MATCH(CAST($p1 AS TEXT), '(?s)([^%+]|%(0[1-9A-Fa-f]|[1-7][0-9A-Fa-f]))*')
      THEN URL_DECODE(CAST($p1 AS TEXT))
      WHEN NOT CAST($p1 AS TEXT) IS NULL
      THEN ERROR(
        'not supported: SPL urldecode of a plus sign, a null character or other than ASCII'
      )
    END AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    CASE
      WHEN REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '(?s)([^%+]|%(0[1-9A-Fa-f]|[1-7][0-9A-Fa-f]))*')
      THEN URL_DECODE(CAST(NULL AS TEXT))
      WHEN NOT CAST(NULL AS TEXT) IS NULL
      THEN ERROR(
        'not supported: SPL urldecode of a plus sign, a null character or other than ASCII'
      )
    END AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3
  FROM r3
)
SELECT
  a_2,
  b_3
FROM r4
-- $p1 = 'http%3A%2F%2Fwww.splunk.com%2Fdownload%3Fr%3Dheader'
