WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (3600.0e0),
    (5400.0e0),
    (7200.0e0),
    (9000.0e0),
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
    FLOOR(_time_2 / 1800.0e0) * 1800.0e0 AS _time_5
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
    END AS c_6,
    CASE
      WHEN COUNT(
        CASE
          WHEN CASE
            WHEN NOT CASE
              WHEN ORD(n_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_4 AS DOUBLE)
            END IS NULL
            THEN CASE
              WHEN ORD(n_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_4 AS DOUBLE)
            END > 1.0e0
            ELSE n_4 > CASE
              WHEN 1.0e0 = TRUNC(1.0e0) AND ABS(1.0e0) < 9e18
              THEN CAST(TRY_CAST(1.0e0 AS BIGINT) AS TEXT)
              ELSE CAST(1.0e0 AS TEXT)
            END
          END
          THEN 1.0e0
          ELSE CAST(NULL AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN CASE
            WHEN NOT CASE
              WHEN ORD(n_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_4 AS DOUBLE)
            END IS NULL
            THEN CASE
              WHEN ORD(n_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_4 AS DOUBLE)
            END > 1.0e0
            ELSE n_4 > CASE
              WHEN 1.0e0 = TRUNC(1.0e0) AND ABS(1.0e0) < 9e18
              THEN CAST(TRY_CAST(1.0e0 AS BIGINT) AS TEXT)
              ELSE CAST(1.0e0 AS TEXT)
            END
          END
          THEN 1.0e0
          ELSE CAST(NULL AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN CASE
              WHEN NOT CASE
                WHEN ORD(n_4) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(n_4 AS DOUBLE)
              END IS NULL
              THEN CASE
                WHEN ORD(n_4) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(n_4 AS DOUBLE)
              END > 1.0e0
              ELSE n_4 > CASE
                WHEN 1.0e0 = TRUNC(1.0e0) AND ABS(1.0e0) < 9e18
                THEN CAST(TRY_CAST(1.0e0 AS BIGINT) AS TEXT)
                ELSE CAST(1.0e0 AS TEXT)
              END
            END
            THEN 1.0e0
            ELSE CAST(NULL AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN CASE
              WHEN NOT CASE
                WHEN ORD(n_4) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(n_4 AS DOUBLE)
              END IS NULL
              THEN CASE
                WHEN ORD(n_4) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(n_4 AS DOUBLE)
              END > 1.0e0
              ELSE n_4 > CASE
                WHEN 1.0e0 = TRUNC(1.0e0) AND ABS(1.0e0) < 9e18
                THEN CAST(TRY_CAST(1.0e0 AS BIGINT) AS TEXT)
                ELSE CAST(1.0e0 AS TEXT)
              END
            END
            THEN 1.0e0
            ELSE CAST(NULL AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN CASE
            WHEN NOT CASE
              WHEN ORD(n_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_4 AS DOUBLE)
            END IS NULL
            THEN CASE
              WHEN ORD(n_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_4 AS DOUBLE)
            END > 1.0e0
            ELSE n_4 > CASE
              WHEN 1.0e0 = TRUNC(1.0e0) AND ABS(1.0e0) < 9e18
              THEN CAST(TRY_CAST(1.0e0 AS BIGINT) AS TEXT)
              ELSE CAST(1.0e0 AS TEXT)
            END
          END
          THEN 1.0e0
          ELSE CAST(NULL AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN CASE
              WHEN NOT CASE
                WHEN ORD(n_4) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(n_4 AS DOUBLE)
              END IS NULL
              THEN CASE
                WHEN ORD(n_4) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(n_4 AS DOUBLE)
              END > 1.0e0
              ELSE n_4 > CASE
                WHEN 1.0e0 = TRUNC(1.0e0) AND ABS(1.0e0) < 9e18
                THEN CAST(TRY_CAST(1.0e0 AS BIGINT) AS TEXT)
                ELSE CAST(1.0e0 AS TEXT)
              END
            END
            THEN 1.0e0
            ELSE CAST(NULL AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN CASE
              WHEN NOT CASE
                WHEN ORD(n_4) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(n_4 AS DOUBLE)
              END IS NULL
              THEN CASE
                WHEN ORD(n_4) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(n_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(n_4 AS DOUBLE)
              END > 1.0e0
              ELSE n_4 > CASE
                WHEN 1.0e0 = TRUNC(1.0e0) AND ABS(1.0e0) < 9e18
                THEN CAST(TRY_CAST(1.0e0 AS BIGINT) AS TEXT)
                ELSE CAST(1.0e0 AS TEXT)
              END
            END
            THEN 1.0e0
            ELSE CAST(NULL AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS big_7
  FROM r8
  GROUP BY
    1
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_9,
    c_6 AS c_10,
    big_7 AS big_11
  FROM r1
  LEFT OUTER JOIN r9
    ON _time_1 IS NOT DISTINCT FROM _time_8
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    c_10,
    big_11
  FROM r10
  ORDER BY
    _time_9 ASC,
    _time_9 NULLS FIRST,
    c_10 NULLS FIRST,
    big_11 NULLS FIRST
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            c_10 * 3600.0e0
        ) / NULLIF(1800.0e0, 0)],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.6f}', ROUND(given0, 6)) END
      ),
      1
    ) AS c_12,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            big_11 * 60.0e0
        ) / NULLIF(1800.0e0, 0)],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.6f}', ROUND(given0, 6)) END
      ),
      1
    ) AS big_13
  FROM r11
)
SELECT
  _time_9,
  c_12,
  big_13
FROM r12
