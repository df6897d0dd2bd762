WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM r2
  ORDER BY
    _time_1 DESC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    MIN(_time_1) FILTER(WHERE
      NOT n_3 IS NULL) AS c_4,
    MAX(_time_1) FILTER(WHERE
      NOT n_3 IS NULL) AS c_5,
    CASE
      WHEN ARRAY_AGG(
        CASE
          WHEN ORD(n_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_3 AS DOUBLE)
        END ORDER BY _time_1
      ) FILTER(WHERE
        NOT CASE
          WHEN ORD(n_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_3 AS DOUBLE)
        END IS NULL
        AND NOT _time_1 IS NULL) <> LIST_SORT(
        ARRAY_AGG(
          CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END ORDER BY _time_1
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END IS NULL
          AND NOT _time_1 IS NULL)
      )
      THEN ERROR('not supported: SPL rate of a counter that was reset')
      ELSE (
        MAX(
          CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END
        ) - MIN(
          CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END
        )
      ) / NULLIF(
        (
          MAX(_time_1) FILTER(WHERE
            NOT CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END IS NULL)
        ) - (
          MIN(_time_1) FILTER(WHERE
            NOT CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END IS NULL)
        ),
        0
      )
    END AS c_6,
    FIRST(user_2 ORDER BY _time_1, row_position DESC) FILTER(WHERE
      NOT user_2 IS NULL AND NOT _time_1 IS NULL) AS c_7
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    CASE WHEN NOT c_4 IS NULL THEN FORMAT('{:.6f}', ROUND(c_4, 6)) END AS c_8,
    CASE WHEN NOT c_5 IS NULL THEN FORMAT('{:.6f}', ROUND(c_5, 6)) END AS c_9,
    c_6,
    c_7
  FROM r5
)
SELECT
  c_8,
  c_9,
  c_6,
  c_7
FROM r6
