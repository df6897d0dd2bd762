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
    n_3
  FROM r3
  WHERE
    NOT _time_1 IS NULL
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    FLOOR(_time_1 / 3600.0e0) * 3600.0e0 AS _time_4
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    _time_4
  FROM r5
  WHERE
    NOT _time_4 IS NULL
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    _time_4
  FROM r6
  WHERE
    user_2 = CAST($p1 AS TEXT)
    OR user_2 = CAST($p2 AS TEXT)
    OR user_2 = CAST($p3 AS TEXT)
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    _time_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_4 AS _time_8,
    CASE
      WHEN COUNT(
        CASE
          WHEN user_2 = CAST($p1 AS TEXT)
          THEN CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN user_2 = CAST($p1 AS TEXT)
          THEN CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN user_2 = CAST($p1 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN user_2 = CAST($p1 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN user_2 = CAST($p1 AS TEXT)
          THEN CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN user_2 = CAST($p1 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN user_2 = CAST($p1 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS c_5,
    CASE
      WHEN COUNT(
        CASE
          WHEN user_2 = CAST($p2 AS TEXT)
          THEN CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN user_2 = CAST($p2 AS TEXT)
          THEN CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN user_2 = CAST($p2 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN user_2 = CAST($p2 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN user_2 = CAST($p2 AS TEXT)
          THEN CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN user_2 = CAST($p2 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN user_2 = CAST($p2 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS c_6,
    CASE
      WHEN COUNT(
        CASE
          WHEN user_2 = CAST($p3 AS TEXT)
          THEN CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN user_2 = CAST($p3 AS TEXT)
          THEN CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN user_2 = CAST($p3 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN user_2 = CAST($p3 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN user_2 = CAST($p3 AS TEXT)
          THEN CASE
            WHEN ORD(n_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_3 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN user_2 = CAST($p3 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN user_2 = CAST($p3 AS TEXT)
            THEN CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS c_7
  FROM r8
  GROUP BY
    1
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    c_5,
    c_6,
    c_7
  FROM r9
  ORDER BY
    _time_8 ASC
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    c_5 AS VALUE_svc_9,
    c_6 AS ann_10,
    c_7 AS bob_11
  FROM r10
)
SELECT
  _time_8,
  VALUE_svc_9,
  ann_10,
  bob_11
FROM r11
-- $p1 = '_svc'
-- $p2 = 'ann'
-- $p3 = 'bob'
