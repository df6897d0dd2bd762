WITH r1 AS NOT MATERIALIZED (
  SELECT
    v_1,
    w_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    v_1,
    w_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
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
    END AS s_3,
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
    ) AS a_4,
    CAST(COUNT(CASE WHEN v_1 = CAST($p1 AS TEXT) THEN 1 END) AS DOUBLE) AS n_5,
    COALESCE(
      MAX(
        CASE
          WHEN NOT (
            ORD(w_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(w_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          )
          THEN w_2
        END
      ),
      ARG_MAX(
        w_2,
        CASE
          WHEN ORD(w_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(w_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(w_2 AS DOUBLE)
        END
      )
    ) AS m_6
  FROM r2
)
SELECT
  s_3,
  a_4,
  n_5,
  m_6
FROM r3
-- $p1 = 'abc'
