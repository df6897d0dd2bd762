WITH r1 AS NOT MATERIALIZED (
  SELECT
    host_1,
    _raw_2,
    index_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    host_1,
    _raw_2,
    index_3
  FROM r1
  WHERE
    LOWER(index_3) = CAST($p1 AS TEXT)
    AND (
      CONTAINS(LOWER(_raw_2), LOWER(CAST($p2 AS TEXT)))
      AND REGEXP_MATCHES(
        _raw_2,
        '(?is)(?:^|[\x5b\x5d\x3c\x3e\x28\x29\x7b\x7d\x7c\x21\x3b\x2c\x27\x22\x2a\x0a\x0d\x20\x09\x26\x3f\x2b]|%(?:21|26|2526|3B|7C|20|2B|3D|2520|5D|5B|3A|0A|2C|28|29)|--)login(?:$|[\x5b\x5d\x3c\x3e\x28\x29\x7b\x7d\x7c\x21\x3b\x2c\x27\x22\x2a\x0a\x0d\x20\x09\x26\x3f\x2b]|%(?:21|26|2526|3B|7C|20|2B|3D|2520|5D|5B|3A|0A|2C|28|29)|--)'
      )
    )
    AND (
      CONTAINS(LOWER(_raw_2), LOWER(CAST($p3 AS TEXT)))
      AND REGEXP_MATCHES(
        _raw_2,
        '(?is)(?:^|[\x5b\x5d\x3c\x3e\x28\x29\x7b\x7d\x7c\x21\x3b\x2c\x27\x22\x2a\x0a\x0d\x20\x09\x26\x3f\x2b\x2f\x3a\x3d\x40\x2e\x2d\x24\x23\x25\x5c\x5f]|%(?:21|26|2526|3B|7C|20|2B|3D|2520|5D|5B|3A|0A|2C|28|29))failed(?:$|[\x5b\x5d\x3c\x3e\x28\x29\x7b\x7d\x7c\x21\x3b\x2c\x27\x22\x2a\x0a\x0d\x20\x09\x26\x3f\x2b\x2f\x3a\x3d\x40\x2e\x2d\x24\x23\x25\x5c\x5f])'
      )
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    host_1,
    _raw_2,
    index_3
  FROM r2
  WHERE
    NOT host_1 IS NULL
), r4 AS NOT MATERIALIZED (
  SELECT
    host_1 AS host_5,
    CAST(COUNT(*) AS DOUBLE) AS count_4
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    host_5,
    count_4
  FROM r4
  ORDER BY
    CASE
      WHEN ORD(host_5) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(host_5, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(host_5 AS DOUBLE)
    END ASC,
    host_5 ASC
)
SELECT
  host_5,
  count_4
FROM r5
-- $p1 = 'main'
-- $p2 = 'login'
-- $p3 = 'failed'
