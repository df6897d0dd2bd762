WITH r1 AS NOT MATERIALIZED (
  SELECT
    score_1,
    name_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    score_1,
    name_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    score_1,
    name_2
  FROM r2
  ORDER BY
    CASE
      WHEN BIT_COUNT(
        BIT_OR(
          CASE
            WHEN ORD(score_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(score_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN 1
            WHEN ORD(score_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(
              score_1,
              '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
            )
            THEN 2
            WHEN CONTAINS(score_1, ':')
            AND REGEXP_FULL_MATCH(score_1, '[0-9A-Fa-f:.]+')
            AND (
              CONTAINS(score_1, '::')
              OR LENGTH(score_1) - LENGTH(REPLACE(score_1, ':', '')) = 7
            )
            THEN 12
            WHEN ORD(score_1) BETWEEN 43 AND 57
            THEN 4
          END
        ) OVER ()
      ) > 1
      THEN ERROR(
        'not supported: SPL sort of numbers, addresses and texts that begin like them together'
      )
      WHEN ORD(score_1) < 43 OR score_1 = ''
      THEN 0
      WHEN ORD(score_1) <= 57
      THEN 1
      WHEN NOT score_1 IS NULL
      THEN 2
    END DESC,
    CASE
      WHEN ORD(score_1) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(score_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN CASE
        WHEN ORD(score_1) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(score_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(score_1 AS DOUBLE)
      END
      WHEN REGEXP_FULL_MATCH(
        score_1,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN CAST(SPLIT_PART(score_1, '.', 1) AS BIGINT) * 16777216 + CAST(SPLIT_PART(score_1, '.', 2) AS BIGINT) * 65536 + CAST(SPLIT_PART(score_1, '.', 3) AS BIGINT) * 256 + CAST(SPLIT_PART(score_1, '.', 4) AS BIGINT) * 1
    END DESC,
    CASE
      WHEN NOT (
        ORD(score_1) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(score_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      )
      AND NOT REGEXP_FULL_MATCH(
        score_1,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN score_1
    END DESC,
    CASE
      WHEN BIT_COUNT(
        BIT_OR(
          CASE
            WHEN ORD(name_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(name_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN 1
            WHEN ORD(name_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(
              name_2,
              '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
            )
            THEN 2
            WHEN CONTAINS(name_2, ':')
            AND REGEXP_FULL_MATCH(name_2, '[0-9A-Fa-f:.]+')
            AND (
              CONTAINS(name_2, '::') OR LENGTH(name_2) - LENGTH(REPLACE(name_2, ':', '')) = 7
            )
            THEN 12
            WHEN ORD(name_2) BETWEEN 43 AND 57
            THEN 4
          END
        ) OVER ()
      ) > 1
      THEN ERROR(
        'not supported: SPL sort of numbers, addresses and texts that begin like them together'
      )
      WHEN ORD(name_2) < 43 OR name_2 = ''
      THEN 0
      WHEN ORD(name_2) <= 57
      THEN 1
      WHEN NOT name_2 IS NULL
      THEN 2
    END ASC,
    CASE
      WHEN ORD(name_2) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(name_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN CASE
        WHEN ORD(name_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(name_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(name_2 AS DOUBLE)
      END
      WHEN REGEXP_FULL_MATCH(
        name_2,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN CAST(SPLIT_PART(name_2, '.', 1) AS BIGINT) * 16777216 + CAST(SPLIT_PART(name_2, '.', 2) AS BIGINT) * 65536 + CAST(SPLIT_PART(name_2, '.', 3) AS BIGINT) * 256 + CAST(SPLIT_PART(name_2, '.', 4) AS BIGINT) * 1
    END ASC,
    CASE
      WHEN NOT (
        ORD(name_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(name_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      )
      AND NOT REGEXP_FULL_MATCH(
        name_2,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN name_2
    END ASC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    score_1,
    name_2
  FROM r3
  LIMIT 10000
), r5 AS NOT MATERIALIZED (
  SELECT
    score_1,
    name_2
  FROM r4
)
SELECT
  score_1,
  name_2
FROM r5
