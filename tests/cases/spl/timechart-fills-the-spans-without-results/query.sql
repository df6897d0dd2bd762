WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (3600.0e0),
    (7200.0e0),
    (10800.0e0)) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4
  FROM table1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4
  FROM r3
  ORDER BY
    _time_2 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4
  FROM r4
  WHERE
    NOT _time_2 IS NULL
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    FLOOR(_time_2 / 3600.0e0) * 3600.0e0 AS _time_5
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    _time_5
  FROM r6
  WHERE
    NOT _time_5 IS NULL
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    _time_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_5 AS _time_8,
    CAST(COUNT(*) AS DOUBLE) AS count_6,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(n_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_4 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(n_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_4 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(n_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_4 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(n_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_4 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(n_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_4 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(n_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_4 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(n_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_4 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END / COUNT(
      CASE
        WHEN ORD(n_4) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_4 AS DOUBLE)
      END
    ) AS mean_7
  FROM r8
  GROUP BY
    1
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_9,
    COALESCE(count_6, 0.0e0) AS count_10,
    mean_7 AS mean_11
  FROM r1
  LEFT OUTER JOIN r9
    ON _time_1 IS NOT DISTINCT FROM _time_8
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    count_10,
    mean_11
  FROM r10
  ORDER BY
    _time_9 ASC,
    _time_9 NULLS FIRST,
    count_10 NULLS FIRST,
    mean_11 NULLS FIRST
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    count_10,
    mean_11
  FROM r11
)
SELECT
  _time_9,
  count_10,
  mean_11
FROM r12
