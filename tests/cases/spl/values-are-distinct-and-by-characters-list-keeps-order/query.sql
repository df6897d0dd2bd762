WITH r1 AS NOT MATERIALIZED (
  SELECT
    v_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    v_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    LIST_SORT(ARRAY_AGG(DISTINCT v_1) FILTER(WHERE
      NOT v_1 IS NULL)) AS c_2,
    (
      ARRAY_AGG(v_1 ORDER BY row_position) FILTER(WHERE
        NOT v_1 IS NULL)
    )[1:100] AS c_3,
    CAST(COUNT(DISTINCT v_1) AS DOUBLE) AS c_4,
    COALESCE(
      ARG_MIN(
        v_1,
        CASE
          WHEN ORD(v_1) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_1 AS DOUBLE)
        END
      ),
      MIN(v_1)
    ) AS c_5,
    COALESCE(
      MAX(
        CASE
          WHEN NOT (
            ORD(v_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          )
          THEN v_1
        END
      ),
      ARG_MAX(
        v_1,
        CASE
          WHEN ORD(v_1) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_1 AS DOUBLE)
        END
      )
    ) AS c_6,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(v_1) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_1 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(v_1) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_1 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(v_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_1 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(v_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_1 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(v_1) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_1 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(v_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_1 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(v_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_1 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS c_7,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(v_1) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_1 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(v_1) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_1 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(v_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_1 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(v_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_1 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(v_1) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_1 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(v_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_1 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(v_1) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_1 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END / COUNT(
      CASE
        WHEN ORD(v_1) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(v_1, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(v_1 AS DOUBLE)
      END
    ) AS c_8
  FROM r2
)
SELECT
  c_2,
  c_3,
  c_4,
  c_5,
  c_6,
  c_7,
  c_8
FROM r3
