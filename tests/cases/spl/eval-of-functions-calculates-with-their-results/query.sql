WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(k_2 AS TEXT) AS k_2,
    CAST(v_3 AS TEXT) AS v_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p5 AS TEXT))) AS given(_time_1, k_2, v_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3
  FROM r1
  WHERE
    NOT k_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    k_2 AS k_7,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(v_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_3 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(v_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_3 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(v_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_3 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(v_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_3 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(v_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_3 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(v_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_3 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(v_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_3 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END / COUNT(
      CASE
        WHEN ORD(v_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(v_3 AS DOUBLE)
      END
    ) AS ratio_4,
    COALESCE(
      MAX(
        CASE
          WHEN NOT (
            ORD(v_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          )
          THEN v_3
        END
      ),
      ARG_MAX(
        v_3,
        CASE
          WHEN ORD(v_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_3 AS DOUBLE)
        END
      )
    ) AS ratio_5,
    CAST(COUNT(*) AS DOUBLE) AS count_6
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    k_7,
    ratio_4,
    ratio_5,
    count_6
  FROM r4
  ORDER BY
    CASE
      WHEN ORD(k_7) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(k_7, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(k_7 AS DOUBLE)
    END ASC,
    k_7 ASC
), r6 AS NOT MATERIALIZED (
  SELECT
    k_7,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          ratio_4 / NULLIF(
            CASE
              WHEN ORD(ratio_5) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(ratio_5, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(ratio_5 AS DOUBLE)
            END,
            0
          )
        ],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.2f}', ROUND(given0, 2)) END
      ),
      1
    ) AS ratio_8,
    count_6
  FROM r5
)
SELECT
  k_7,
  ratio_8,
  count_6
FROM r6
-- $p1 = 'a'
-- $p2 = '1'
-- $p3 = '3'
-- $p4 = 'b'
-- $p5 = '5'
