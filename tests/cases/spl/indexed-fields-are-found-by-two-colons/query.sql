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
    LOWER(host_2) = CAST($p1 AS TEXT)
    OR STARTS_WITH(LOWER(host_2), CAST($p2 AS TEXT))
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
-- $p1 = 'web1'
-- $p2 = 'db'
