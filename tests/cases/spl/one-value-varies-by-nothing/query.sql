WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(t_2 AS TEXT) AS t_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p7 AS TEXT))) AS given(_time_1, t_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(t_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(t_2 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(t_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(t_2 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(t_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(t_2 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END / COUNT(
      CASE
        WHEN ORD(t_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(t_2 AS DOUBLE)
      END
    ) AS c_3,
    CASE
      WHEN COUNT(
        (
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END * CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        )
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST((
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END * CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        ) = TRUNC(
          (
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END * CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          )
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          (
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END * CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          )
        )
      ) < 9007199254740992
      THEN SUM(
        (
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END * CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        )
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          (
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END * CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          ) ORDER BY row_position
        ) FILTER(WHERE
          NOT (
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END * CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          ) IS NULL),
        LAMBDA total, each : total + each
      )
    END AS c_4,
    SQRT(
      CASE
        WHEN COUNT(
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        ) = 0
        THEN NULL
        WHEN COUNT(
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        ) = 1
        THEN 0e0
        ELSE GREATEST(
          (
            CASE
              WHEN COUNT(
                (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              ) = 0
              THEN NULL
              WHEN BOOL_AND(
                CAST((
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) = TRUNC(
                  (
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END * CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  )
                ) AS BOOLEAN)
              )
              AND SUM(
                ABS(
                  (
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END * CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  )
                )
              ) < 9007199254740992
              THEN SUM(
                (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              )
              ELSE LIST_REDUCE(
                ARRAY_AGG(
                  (
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END * CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  ) ORDER BY row_position
                ) FILTER(WHERE
                  NOT (
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END * CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  ) IS NULL),
                LAMBDA total, each : total + each
              )
            END
          ) - COUNT(
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          ) * (
            (
              CASE
                WHEN COUNT(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) = 0
                THEN NULL
                WHEN BOOL_AND(
                  CAST(CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END = TRUNC(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  ) AS BOOLEAN)
                )
                AND SUM(
                  ABS(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  )
                ) < 9007199254740992
                THEN SUM(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
                ELSE LIST_REDUCE(
                  ARRAY_AGG(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END ORDER BY row_position
                  ) FILTER(WHERE
                    NOT CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END IS NULL),
                  LAMBDA total, each : total + each
                )
              END
            ) / COUNT(
              CASE
                WHEN ORD(t_2) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(t_2 AS DOUBLE)
              END
            )
          ) * (
            (
              CASE
                WHEN COUNT(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) = 0
                THEN NULL
                WHEN BOOL_AND(
                  CAST(CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END = TRUNC(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  ) AS BOOLEAN)
                )
                AND SUM(
                  ABS(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  )
                ) < 9007199254740992
                THEN SUM(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
                ELSE LIST_REDUCE(
                  ARRAY_AGG(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END ORDER BY row_position
                  ) FILTER(WHERE
                    NOT CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END IS NULL),
                  LAMBDA total, each : total + each
                )
              END
            ) / COUNT(
              CASE
                WHEN ORD(t_2) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(t_2 AS DOUBLE)
              END
            )
          ),
          0e0
        ) / (
          COUNT(
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          ) - 1
        )
      END
    ) AS c_5,
    SQRT(
      CASE
        WHEN COUNT(
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        ) = 0
        THEN NULL
        WHEN COUNT(
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        ) = 0
        THEN 0e0
        ELSE GREATEST(
          (
            CASE
              WHEN COUNT(
                (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              ) = 0
              THEN NULL
              WHEN BOOL_AND(
                CAST((
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) = TRUNC(
                  (
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END * CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  )
                ) AS BOOLEAN)
              )
              AND SUM(
                ABS(
                  (
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END * CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  )
                )
              ) < 9007199254740992
              THEN SUM(
                (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              )
              ELSE LIST_REDUCE(
                ARRAY_AGG(
                  (
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END * CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  ) ORDER BY row_position
                ) FILTER(WHERE
                  NOT (
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END * CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  ) IS NULL),
                LAMBDA total, each : total + each
              )
            END
          ) - COUNT(
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          ) * (
            (
              CASE
                WHEN COUNT(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) = 0
                THEN NULL
                WHEN BOOL_AND(
                  CAST(CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END = TRUNC(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  ) AS BOOLEAN)
                )
                AND SUM(
                  ABS(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  )
                ) < 9007199254740992
                THEN SUM(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
                ELSE LIST_REDUCE(
                  ARRAY_AGG(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END ORDER BY row_position
                  ) FILTER(WHERE
                    NOT CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END IS NULL),
                  LAMBDA total, each : total + each
                )
              END
            ) / COUNT(
              CASE
                WHEN ORD(t_2) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(t_2 AS DOUBLE)
              END
            )
          ) * (
            (
              CASE
                WHEN COUNT(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) = 0
                THEN NULL
                WHEN BOOL_AND(
                  CAST(CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END = TRUNC(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  ) AS BOOLEAN)
                )
                AND SUM(
                  ABS(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END
                  )
                ) < 9007199254740992
                THEN SUM(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
                ELSE LIST_REDUCE(
                  ARRAY_AGG(
                    CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END ORDER BY row_position
                  ) FILTER(WHERE
                    NOT CASE
                      WHEN ORD(t_2) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(t_2 AS DOUBLE)
                    END IS NULL),
                  LAMBDA total, each : total + each
                )
              END
            ) / COUNT(
              CASE
                WHEN ORD(t_2) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(t_2 AS DOUBLE)
              END
            )
          ),
          0e0
        ) / (
          COUNT(
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          ) - 0
        )
      END
    ) AS c_6,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(t_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(t_2 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN COUNT(
        CASE
          WHEN ORD(t_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(t_2 AS DOUBLE)
        END
      ) = 1
      THEN 0e0
      ELSE GREATEST(
        (
          CASE
            WHEN COUNT(
              (
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END * CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              )
            ) = 0
            THEN NULL
            WHEN BOOL_AND(
              CAST((
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END * CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              ) = TRUNC(
                (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              ) AS BOOLEAN)
            )
            AND SUM(
              ABS(
                (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              )
            ) < 9007199254740992
            THEN SUM(
              (
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END * CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              )
            )
            ELSE LIST_REDUCE(
              ARRAY_AGG(
                (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) ORDER BY row_position
              ) FILTER(WHERE
                NOT (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) IS NULL),
              LAMBDA total, each : total + each
            )
          END
        ) - COUNT(
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        ) * (
          (
            CASE
              WHEN COUNT(
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              ) = 0
              THEN NULL
              WHEN BOOL_AND(
                CAST(CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END = TRUNC(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) AS BOOLEAN)
              )
              AND SUM(
                ABS(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              ) < 9007199254740992
              THEN SUM(
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              )
              ELSE LIST_REDUCE(
                ARRAY_AGG(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END ORDER BY row_position
                ) FILTER(WHERE
                  NOT CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END IS NULL),
                LAMBDA total, each : total + each
              )
            END
          ) / COUNT(
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          )
        ) * (
          (
            CASE
              WHEN COUNT(
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              ) = 0
              THEN NULL
              WHEN BOOL_AND(
                CAST(CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END = TRUNC(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) AS BOOLEAN)
              )
              AND SUM(
                ABS(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              ) < 9007199254740992
              THEN SUM(
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              )
              ELSE LIST_REDUCE(
                ARRAY_AGG(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END ORDER BY row_position
                ) FILTER(WHERE
                  NOT CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END IS NULL),
                LAMBDA total, each : total + each
              )
            END
          ) / COUNT(
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          )
        ),
        0e0
      ) / (
        COUNT(
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        ) - 1
      )
    END AS c_7,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(t_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(t_2 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN COUNT(
        CASE
          WHEN ORD(t_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(t_2 AS DOUBLE)
        END
      ) = 0
      THEN 0e0
      ELSE GREATEST(
        (
          CASE
            WHEN COUNT(
              (
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END * CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              )
            ) = 0
            THEN NULL
            WHEN BOOL_AND(
              CAST((
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END * CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              ) = TRUNC(
                (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              ) AS BOOLEAN)
            )
            AND SUM(
              ABS(
                (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              )
            ) < 9007199254740992
            THEN SUM(
              (
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END * CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              )
            )
            ELSE LIST_REDUCE(
              ARRAY_AGG(
                (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) ORDER BY row_position
              ) FILTER(WHERE
                NOT (
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END * CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) IS NULL),
              LAMBDA total, each : total + each
            )
          END
        ) - COUNT(
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        ) * (
          (
            CASE
              WHEN COUNT(
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              ) = 0
              THEN NULL
              WHEN BOOL_AND(
                CAST(CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END = TRUNC(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) AS BOOLEAN)
              )
              AND SUM(
                ABS(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              ) < 9007199254740992
              THEN SUM(
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              )
              ELSE LIST_REDUCE(
                ARRAY_AGG(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END ORDER BY row_position
                ) FILTER(WHERE
                  NOT CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END IS NULL),
                LAMBDA total, each : total + each
              )
            END
          ) / COUNT(
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          )
        ) * (
          (
            CASE
              WHEN COUNT(
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              ) = 0
              THEN NULL
              WHEN BOOL_AND(
                CAST(CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END = TRUNC(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                ) AS BOOLEAN)
              )
              AND SUM(
                ABS(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END
                )
              ) < 9007199254740992
              THEN SUM(
                CASE
                  WHEN ORD(t_2) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(t_2 AS DOUBLE)
                END
              )
              ELSE LIST_REDUCE(
                ARRAY_AGG(
                  CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END ORDER BY row_position
                ) FILTER(WHERE
                  NOT CASE
                    WHEN ORD(t_2) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(t_2 AS DOUBLE)
                  END IS NULL),
                LAMBDA total, each : total + each
              )
            END
          ) / COUNT(
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          )
        ),
        0e0
      ) / (
        COUNT(
          CASE
            WHEN ORD(t_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(t_2 AS DOUBLE)
          END
        ) - 0
      )
    END AS c_8
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_9 AS DOUBLE) AS _time_9
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_9)
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    5.0e0 AS one_10
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    one_10,
    ROW_NUMBER() OVER () AS row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    SQRT(
      CASE
        WHEN COUNT(one_10) = 0
        THEN NULL
        WHEN COUNT(one_10) = 1
        THEN 0e0
        ELSE GREATEST(
          (
            CASE
              WHEN COUNT((
                one_10 * one_10
              )) = 0
              THEN NULL
              WHEN BOOL_AND(CAST((
                one_10 * one_10
              ) = TRUNC((
                one_10 * one_10
              )) AS BOOLEAN))
              AND SUM(ABS((
                one_10 * one_10
              ))) < 9007199254740992
              THEN SUM((
                one_10 * one_10
              ))
              ELSE LIST_REDUCE(
                ARRAY_AGG((
                  one_10 * one_10
                ) ORDER BY row_position) FILTER(WHERE
                  NOT (
                    one_10 * one_10
                  ) IS NULL),
                LAMBDA total, each : total + each
              )
            END
          ) - COUNT(one_10) * (
            (
              CASE
                WHEN COUNT(one_10) = 0
                THEN NULL
                WHEN BOOL_AND(CAST(one_10 = TRUNC(one_10) AS BOOLEAN))
                AND SUM(ABS(one_10)) < 9007199254740992
                THEN SUM(one_10)
                ELSE LIST_REDUCE(
                  ARRAY_AGG(one_10 ORDER BY row_position) FILTER(WHERE
                    NOT one_10 IS NULL),
                  LAMBDA total, each : total + each
                )
              END
            ) / COUNT(one_10)
          ) * (
            (
              CASE
                WHEN COUNT(one_10) = 0
                THEN NULL
                WHEN BOOL_AND(CAST(one_10 = TRUNC(one_10) AS BOOLEAN))
                AND SUM(ABS(one_10)) < 9007199254740992
                THEN SUM(one_10)
                ELSE LIST_REDUCE(
                  ARRAY_AGG(one_10 ORDER BY row_position) FILTER(WHERE
                    NOT one_10 IS NULL),
                  LAMBDA total, each : total + each
                )
              END
            ) / COUNT(one_10)
          ),
          0e0
        ) / (
          COUNT(one_10) - 1
        )
      END
    ) AS c_11,
    CASE
      WHEN COUNT(one_10) = 0
      THEN NULL
      WHEN COUNT(one_10) = 1
      THEN 0e0
      ELSE GREATEST(
        (
          CASE
            WHEN COUNT((
              one_10 * one_10
            )) = 0
            THEN NULL
            WHEN BOOL_AND(CAST((
              one_10 * one_10
            ) = TRUNC((
              one_10 * one_10
            )) AS BOOLEAN))
            AND SUM(ABS((
              one_10 * one_10
            ))) < 9007199254740992
            THEN SUM((
              one_10 * one_10
            ))
            ELSE LIST_REDUCE(
              ARRAY_AGG((
                one_10 * one_10
              ) ORDER BY row_position) FILTER(WHERE
                NOT (
                  one_10 * one_10
                ) IS NULL),
              LAMBDA total, each : total + each
            )
          END
        ) - COUNT(one_10) * (
          (
            CASE
              WHEN COUNT(one_10) = 0
              THEN NULL
              WHEN BOOL_AND(CAST(one_10 = TRUNC(one_10) AS BOOLEAN))
              AND SUM(ABS(one_10)) < 9007199254740992
              THEN SUM(one_10)
              ELSE LIST_REDUCE(
                ARRAY_AGG(one_10 ORDER BY row_position) FILTER(WHERE
                  NOT one_10 IS NULL),
                LAMBDA total, each : total + each
              )
            END
          ) / COUNT(one_10)
        ) * (
          (
            CASE
              WHEN COUNT(one_10) = 0
              THEN NULL
              WHEN BOOL_AND(CAST(one_10 = TRUNC(one_10) AS BOOLEAN))
              AND SUM(ABS(one_10)) < 9007199254740992
              THEN SUM(one_10)
              ELSE LIST_REDUCE(
                ARRAY_AGG(one_10 ORDER BY row_position) FILTER(WHERE
                  NOT one_10 IS NULL),
                LAMBDA total, each : total + each
              )
            END
          ) / COUNT(one_10)
        ),
        0e0
      ) / (
        COUNT(one_10) - 1
      )
    END AS c_12,
    SQRT(
      CASE
        WHEN COUNT(
          CASE
            WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
          END
        ) = 0
        THEN NULL
        WHEN COUNT(
          CASE
            WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
          END
        ) = 1
        THEN 0e0
        ELSE GREATEST(
          (
            CASE
              WHEN COUNT(
                (
                  CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END * CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END
                )
              ) = 0
              THEN NULL
              WHEN BOOL_AND(
                CAST((
                  CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END * CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END
                ) = TRUNC(
                  (
                    CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END * CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END
                  )
                ) AS BOOLEAN)
              )
              AND SUM(
                ABS(
                  (
                    CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END * CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END
                  )
                )
              ) < 9007199254740992
              THEN SUM(
                (
                  CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END * CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END
                )
              )
              ELSE LIST_REDUCE(
                ARRAY_AGG(
                  (
                    CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END * CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END
                  ) ORDER BY row_position
                ) FILTER(WHERE
                  NOT (
                    CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END * CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END
                  ) IS NULL),
                LAMBDA total, each : total + each
              )
            END
          ) - COUNT(
            CASE
              WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
            END
          ) * (
            (
              CASE
                WHEN COUNT(
                  CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END
                ) = 0
                THEN NULL
                WHEN BOOL_AND(
                  CAST(CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END = TRUNC(
                    CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END
                  ) AS BOOLEAN)
                )
                AND SUM(
                  ABS(
                    CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END
                  )
                ) < 9007199254740992
                THEN SUM(
                  CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END
                )
                ELSE LIST_REDUCE(
                  ARRAY_AGG(
                    CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END ORDER BY row_position
                  ) FILTER(WHERE
                    NOT CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END IS NULL),
                  LAMBDA total, each : total + each
                )
              END
            ) / COUNT(
              CASE
                WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
              END
            )
          ) * (
            (
              CASE
                WHEN COUNT(
                  CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END
                ) = 0
                THEN NULL
                WHEN BOOL_AND(
                  CAST(CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END = TRUNC(
                    CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END
                  ) AS BOOLEAN)
                )
                AND SUM(
                  ABS(
                    CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END
                  )
                ) < 9007199254740992
                THEN SUM(
                  CASE
                    WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                    AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                    THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                  END
                )
                ELSE LIST_REDUCE(
                  ARRAY_AGG(
                    CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END ORDER BY row_position
                  ) FILTER(WHERE
                    NOT CASE
                      WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                      AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                      THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
                    END IS NULL),
                  LAMBDA total, each : total + each
                )
              END
            ) / COUNT(
              CASE
                WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
              END
            )
          ),
          0e0
        ) / (
          COUNT(
            CASE
              WHEN ORD(CAST(NULL AS TEXT)) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(CAST(NULL AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(CAST(NULL AS TEXT) AS DOUBLE)
            END
          ) - 1
        )
      END
    ) AS c_13
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    CAST(c_3 AS DOUBLE) AS c_14,
    CAST(c_4 AS DOUBLE) AS c_15,
    CAST(c_5 AS DOUBLE) AS c_16,
    CAST(c_6 AS DOUBLE) AS c_17,
    CAST(c_7 AS DOUBLE) AS c_18,
    CAST(c_8 AS DOUBLE) AS c_19,
    CAST(NULL AS DOUBLE) AS c_20,
    CAST(NULL AS DOUBLE) AS c_21,
    CAST(NULL AS DOUBLE) AS c_22
  FROM r3
  UNION ALL
  SELECT
    CAST(NULL AS DOUBLE) AS c_14,
    CAST(NULL AS DOUBLE) AS c_15,
    CAST(NULL AS DOUBLE) AS c_16,
    CAST(NULL AS DOUBLE) AS c_17,
    CAST(NULL AS DOUBLE) AS c_18,
    CAST(NULL AS DOUBLE) AS c_19,
    CAST(c_11 AS DOUBLE) AS c_20,
    CAST(c_12 AS DOUBLE) AS c_21,
    CAST(c_13 AS DOUBLE) AS c_22
  FROM r7
)
SELECT
  c_14,
  c_15,
  c_16,
  c_17,
  c_18,
  c_19,
  c_20,
  c_21,
  c_22
FROM r8
-- $p1 = '65'
-- $p2 = '42'
-- $p3 = '40'
-- $p4 = '31'
-- $p5 = '47'
-- $p6 = '53'
-- $p7 = '64'
