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
    OR (
      LOWER(host_2) = CAST($p4 AS TEXT) AND LOWER(host_2) = CAST($p4 AS TEXT)
    )
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
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r5
  ORDER BY
    CASE
      WHEN BIT_COUNT(
        BIT_OR(
          CASE
            WHEN ORD(host_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(host_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN 1
            WHEN ORD(host_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(
              host_2,
              '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
            )
            THEN 2
            WHEN CONTAINS(host_2, ':')
            AND REGEXP_FULL_MATCH(host_2, '[0-9A-Fa-f:.]+')
            AND (
              CONTAINS(host_2, '::') OR LENGTH(host_2) - LENGTH(REPLACE(host_2, ':', '')) = 7
            )
            THEN 12
            WHEN ORD(host_2) BETWEEN 43 AND 57
            THEN 4
          END
        ) OVER ()
      ) > 1
      THEN ERROR(
        'not supported: SPL sort of numbers, addresses and texts that begin like them together'
      )
      WHEN ORD(host_2) < 43 OR host_2 = ''
      THEN 0
      WHEN ORD(host_2) <= 57
      THEN 1
      WHEN NOT host_2 IS NULL
      THEN 2
    END ASC,
    CASE
      WHEN ORD(host_2) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(host_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN CASE
        WHEN ORD(host_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(host_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(host_2 AS DOUBLE)
      END
      WHEN REGEXP_FULL_MATCH(
        host_2,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN CAST(SPLIT_PART(host_2, '.', 1) AS BIGINT) * 16777216 + CAST(SPLIT_PART(host_2, '.', 2) AS BIGINT) * 65536 + CAST(SPLIT_PART(host_2, '.', 3) AS BIGINT) * 256 + CAST(SPLIT_PART(host_2, '.', 4) AS BIGINT) * 1
    END ASC,
    CASE
      WHEN NOT (
        ORD(host_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(host_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      )
      AND NOT REGEXP_FULL_MATCH(
        host_2,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN host_2
    END ASC,
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3,
    src_4,
    proc_5,
    _raw_6
  FROM r6
  LIMIT 10000
), r8 AS NOT MATERIALIZED (
  SELECT
    host_2
  FROM r7
)
SELECT
  host_2
FROM r8
-- $p1 = 'started'
-- $p2 = 'web'
-- $p3 = 'ann'
-- $p4 = 'db1'
