WITH r1 AS NOT MATERIALIZED (
  SELECT
    ip_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    ip_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    ip_1
  FROM r2
  ORDER BY
    CASE
      WHEN BIT_COUNT(
        BIT_OR(
          CASE
            WHEN ORD(ip_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(ip_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN 1
            WHEN ORD(ip_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(
              ip_1,
              '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
            )
            THEN 2
            WHEN CONTAINS(ip_1, ':')
            AND REGEXP_FULL_MATCH(ip_1, '[0-9A-Fa-f:.]+')
            AND (
              CONTAINS(ip_1, '::') OR LENGTH(ip_1) - LENGTH(REPLACE(ip_1, ':', '')) = 7
            )
            THEN 12
            WHEN ORD(ip_1) BETWEEN 43 AND 57
            THEN 4
          END
        ) OVER ()
      ) > 1
      THEN ERROR(
        'not supported: SPL sort of numbers, addresses and texts that begin like them together'
      )
      WHEN ORD(ip_1) < 43 OR ip_1 = ''
      THEN 0
      WHEN ORD(ip_1) <= 57
      THEN 1
      WHEN NOT ip_1 IS NULL
      THEN 2
    END ASC,
    CASE
      WHEN ORD(ip_1) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(ip_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN CASE
        WHEN ORD(ip_1) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(ip_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(ip_1 AS DOUBLE)
      END
      WHEN REGEXP_FULL_MATCH(
        ip_1,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN CAST(SPLIT_PART(ip_1, '.', 1) AS BIGINT) * 16777216 + CAST(SPLIT_PART(ip_1, '.', 2) AS BIGINT) * 65536 + CAST(SPLIT_PART(ip_1, '.', 3) AS BIGINT) * 256 + CAST(SPLIT_PART(ip_1, '.', 4) AS BIGINT) * 1
    END ASC,
    CASE
      WHEN NOT (
        ORD(ip_1) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(ip_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      )
      AND NOT REGEXP_FULL_MATCH(
        ip_1,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN ip_1
    END ASC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    ip_1
  FROM r3
  LIMIT 10000
)
SELECT
  ip_1
FROM r4
