WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(action_2 AS TEXT) AS action_2,
    CAST(user_3 AS TEXT) AS user_3,
    CAST(count_4 AS TEXT) AS count_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p4 AS TEXT), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT), CAST($p2 AS TEXT), CAST($p7 AS TEXT))) AS given(_time_1, action_2, user_3, count_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    action_2,
    user_3,
    count_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    action_2,
    user_3,
    count_4
  FROM r1
), r4 AS NOT MATERIALIZED (
  SELECT
    action_2,
    user_3,
    count_4
  FROM r3
  WHERE
    NOT action_2 IS NULL
), r5 AS NOT MATERIALIZED (
  SELECT
    action_2,
    user_3,
    count_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    action_2 AS action_6,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(count_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(count_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(count_4 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(count_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(count_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(count_4 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(count_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(count_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(count_4 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(count_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(count_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(count_4 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(count_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(count_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(count_4 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(count_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(count_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(count_4 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(count_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(count_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(count_4 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS count_5
  FROM r5
  GROUP BY
    1
), r7 AS NOT MATERIALIZED (
  SELECT
    action_6,
    count_5
  FROM r6
  ORDER BY
    CASE
      WHEN ORD(action_6) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(action_6, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(action_6 AS DOUBLE)
    END ASC,
    action_6 ASC
), r8 AS NOT MATERIALIZED (
  SELECT
    action_6,
    count_5,
    CAST($p8 AS TEXT) AS user_7
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    CAST(action_2 AS TEXT) AS action_8,
    CAST(user_3 AS TEXT) AS user_9,
    CAST(count_4 AS TEXT) AS count_10
  FROM r2
  UNION ALL
  SELECT
    CAST(action_6 AS TEXT) AS action_8,
    CAST(user_7 AS TEXT) AS user_9,
    CAST(CASE
      WHEN count_5 = TRUNC(count_5) AND ABS(count_5) < 9e18
      THEN CAST(TRY_CAST(count_5 AS BIGINT) AS TEXT)
      ELSE CAST(count_5 AS TEXT)
    END AS TEXT) AS count_10
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    action_8,
    user_9,
    count_10,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    action_8,
    user_9,
    count_10
  FROM r10
  ORDER BY
    CASE
      WHEN BIT_COUNT(
        BIT_OR(
          CASE
            WHEN ORD(action_8) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(action_8, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN 1
            WHEN ORD(action_8) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(
              action_8,
              '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
            )
            THEN 2
            WHEN CONTAINS(action_8, ':')
            AND REGEXP_FULL_MATCH(action_8, '[0-9A-Fa-f:.]+')
            AND (
              CONTAINS(action_8, '::')
              OR LENGTH(action_8) - LENGTH(REPLACE(action_8, ':', '')) = 7
            )
            THEN 12
            WHEN ORD(action_8) BETWEEN 43 AND 57
            THEN 4
          END
        ) OVER ()
      ) > 1
      THEN ERROR(
        'not supported: SPL sort of numbers, addresses and texts that begin like them together'
      )
      WHEN ORD(action_8) < 43 OR action_8 = ''
      THEN 0
      WHEN ORD(action_8) <= 57
      THEN 1
      WHEN NOT action_8 IS NULL
      THEN 2
    END ASC,
    CASE
      WHEN ORD(action_8) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(action_8, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN CASE
        WHEN ORD(action_8) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(action_8, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(action_8 AS DOUBLE)
      END
      WHEN REGEXP_FULL_MATCH(
        action_8,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN CAST(SPLIT_PART(action_8, '.', 1) AS BIGINT) * 16777216 + CAST(SPLIT_PART(action_8, '.', 2) AS BIGINT) * 65536 + CAST(SPLIT_PART(action_8, '.', 3) AS BIGINT) * 256 + CAST(SPLIT_PART(action_8, '.', 4) AS BIGINT) * 1
    END ASC,
    CASE
      WHEN NOT (
        ORD(action_8) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(action_8, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      )
      AND NOT REGEXP_FULL_MATCH(
        action_8,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN action_8
    END ASC,
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    action_8,
    user_9,
    count_10
  FROM r11
  LIMIT 10000
)
SELECT
  action_8,
  user_9,
  count_10
FROM r12
-- $p1 = 'add'
-- $p2 = 'ann'
-- $p3 = '1'
-- $p4 = 'bob'
-- $p5 = '2'
-- $p6 = 'drop'
-- $p7 = '4'
-- $p8 = 'all'
