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
    k_2 AS k_6,
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
    ) AS c_4,
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
    ) AS c_5
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    k_6,
    c_4,
    c_5
  FROM r4
  ORDER BY
    CASE
      WHEN ORD(k_6) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(k_6, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(k_6 AS DOUBLE)
    END ASC,
    k_6 ASC
), r6 AS NOT MATERIALIZED (
  SELECT
    k_6,
    c_4,
    c_5
  FROM r5
  WHERE
    c_4 >= 1.5e0 AND NOT (
      LOWER(c_5) = CAST($p3 AS TEXT)
    )
), r7 AS NOT MATERIALIZED (
  SELECT
    k_6,
    c_4,
    c_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    k_6,
    c_4,
    c_5
  FROM r7
  ORDER BY
    c_4 DESC,
    row_position
), r9 AS NOT MATERIALIZED (
  SELECT
    k_6,
    c_4,
    c_5
  FROM r8
  LIMIT 10000
), r10 AS NOT MATERIALIZED (
  SELECT
    k_6,
    c_4,
    c_5 AS most_7
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    k_6,
    c_4,
    most_7
  FROM r10
)
SELECT
  k_6,
  c_4,
  most_7
FROM r11
-- $p1 = 'a'
-- $p2 = '1'
-- $p3 = '2'
-- $p4 = 'b'
-- $p5 = '9'
