WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(id_2 AS TEXT) AS id_2,
    CAST(views_3 AS TEXT) AS views_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT))) AS given(_time_1, id_2, views_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    id_2,
    views_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    id_2,
    views_3,
    CAST(NULL AS TEXT) AS c_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    id_2,
    views_3,
    CAST(NULL AS TEXT) AS c_4
  FROM r2
), r5 AS NOT MATERIALIZED (
  SELECT
    id_2,
    views_3,
    c_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(id_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(id_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(id_2 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(id_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(id_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(id_2 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(id_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(id_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(id_2 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(id_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(id_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(id_2 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(id_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(id_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(id_2 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(id_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(id_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(id_2 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(id_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(id_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(id_2 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS id_5,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(views_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(views_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(views_3 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(views_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(views_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(views_3 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(views_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(views_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(views_3 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(views_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(views_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(views_3 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(views_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(views_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(views_3 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(views_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(views_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(views_3 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(views_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(views_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(views_3 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS views_6,
    CAST(COUNT(*) AS DOUBLE) AS count_7
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    CAST(id_2 AS TEXT) AS id_8,
    CAST(views_3 AS TEXT) AS views_9,
    CAST(c_4 AS TEXT) AS c_10
  FROM r3
  UNION ALL
  SELECT
    CAST(CASE
      WHEN id_5 = TRUNC(id_5) AND ABS(id_5) < 9e18
      THEN CAST(TRY_CAST(id_5 AS BIGINT) AS TEXT)
      ELSE CAST(id_5 AS TEXT)
    END AS TEXT) AS id_8,
    CAST(CASE
      WHEN views_6 = TRUNC(views_6) AND ABS(views_6) < 9e18
      THEN CAST(TRY_CAST(views_6 AS BIGINT) AS TEXT)
      ELSE CAST(views_6 AS TEXT)
    END AS TEXT) AS views_9,
    CAST($p5 AS TEXT) AS c_10
  FROM r6
)
SELECT
  id_8,
  views_9,
  c_10
FROM r7
-- $p1 = 'x'
-- $p2 = '3'
-- $p3 = 'y'
-- $p4 = '4'
-- $p5 = 'Total'
