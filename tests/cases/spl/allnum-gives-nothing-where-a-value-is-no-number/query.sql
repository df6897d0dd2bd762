WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(a_2 AS TEXT) AS a_2,
    CAST(b_3 AS TEXT) AS b_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT))) AS given(_time_1, a_2, b_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(a_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(a_2 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(a_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(a_2 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(a_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(a_2 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(a_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(a_2 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(a_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(a_2 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(a_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(a_2 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(a_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(a_2 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END / COUNT(
      CASE
        WHEN ORD(a_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(a_2 AS DOUBLE)
      END
    ) AS c_4,
    CAST(COUNT(a_2) AS DOUBLE) AS c_5,
    CAST(COUNT(
      CASE
        WHEN ORD(a_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(a_2 AS DOUBLE)
      END
    ) AS DOUBLE) AS c_6,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(b_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(b_3 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(b_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(b_3 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(b_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(b_3 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(b_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(b_3 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(b_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(b_3 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(b_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(b_3 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(b_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(b_3 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END / COUNT(
      CASE
        WHEN ORD(b_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(b_3 AS DOUBLE)
      END
    ) AS c_7,
    CAST(COUNT(b_3) AS DOUBLE) AS c_8,
    CAST(COUNT(
      CASE
        WHEN ORD(b_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(b_3 AS DOUBLE)
      END
    ) AS DOUBLE) AS c_9,
    CAST(COUNT(b_3) AS DOUBLE) AS c_10
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    CASE WHEN c_5 = c_6 THEN c_4 ELSE CAST(NULL AS DOUBLE) END AS c_11,
    CASE WHEN c_8 = c_9 THEN c_7 ELSE CAST(NULL AS DOUBLE) END AS c_12,
    c_10
  FROM r3
)
SELECT
  c_11,
  c_12,
  c_10
FROM r4
-- $p1 = '1'
-- $p2 = '2'
-- $p3 = '3'
-- $p4 = 'x'
