WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r1
  WHERE
    (
      (
        (
          CONTAINS(LOWER(_raw_6), LOWER(CAST($p1 AS TEXT)))
          AND REGEXP_MATCHES(
            _raw_6,
            '(?is)(?:^|[\x5b\x5d\x3c\x3e\x28\x29\x7b\x7d\x7c\x21\x3b\x2c\x27\x22\x2a\x0a\x0d\x20\x09\x26\x3f\x2b\x2f\x3a\x3d\x40\x2e\x2d\x24\x23\x25\x5c\x5f]|%(?:21|26|2526|3B|7C|20|2B|3D|2520|5D|5B|3A|0A|2C|28|29))started(?:$|[\x5b\x5d\x3c\x3e\x28\x29\x7b\x7d\x7c\x21\x3b\x2c\x27\x22\x2a\x0a\x0d\x20\x09\x26\x3f\x2b\x2f\x3a\x3d\x40\x2e\x2d\x24\x23\x25\x5c\x5f])'
          )
        )
        AND STARTS_WITH(LOWER(host_2), CAST($p2 AS TEXT))
      )
      AND NOT COALESCE(LOWER(user_3) = CAST($p3 AS TEXT), FALSE)
    )
    AND NOT COALESCE(LOWER(host_2) = CAST($p4 AS TEXT), FALSE)
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    host_2
  FROM r4
)
SELECT
  host_2
FROM r5
-- $p1 = 'started'
-- $p2 = 'web'
-- $p3 = 'ann'
-- $p4 = 'web1'
