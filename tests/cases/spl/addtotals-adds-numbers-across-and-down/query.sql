WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(shop_2 AS TEXT) AS shop_2,
    CAST(jan_3 AS TEXT) AS jan_3,
    CAST(feb_4 AS TEXT) AS feb_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p5 AS TEXT), CAST($p6 AS TEXT))) AS given(_time_1, shop_2, jan_3, feb_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    shop_2,
    jan_3,
    feb_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    shop_2,
    jan_3,
    feb_4,
    LIST_SUM(
      [
        COALESCE(
          CASE
            WHEN ORD(shop_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(shop_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(shop_2 AS DOUBLE)
          END,
          0.0e0
        ),
        COALESCE(
          CASE
            WHEN ORD(jan_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(jan_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(jan_3 AS DOUBLE)
          END,
          0.0e0
        ),
        COALESCE(
          CASE
            WHEN ORD(feb_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(feb_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(feb_4 AS DOUBLE)
          END,
          0.0e0
        )
      ]
    ) AS Year_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    shop_2,
    jan_3,
    feb_4,
    Year_5
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    shop_2,
    jan_3,
    feb_4,
    Year_5
  FROM r3
), r6 AS NOT MATERIALIZED (
  SELECT
    shop_2,
    jan_3,
    feb_4,
    Year_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(jan_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(jan_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(jan_3 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(jan_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(jan_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(jan_3 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(jan_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(jan_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(jan_3 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(jan_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(jan_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(jan_3 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(jan_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(jan_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(jan_3 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(jan_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(jan_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(jan_3 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(jan_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(jan_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(jan_3 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS jan_6,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(feb_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(feb_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(feb_4 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(feb_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(feb_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(feb_4 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(feb_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(feb_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(feb_4 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(feb_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(feb_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(feb_4 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(feb_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(feb_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(feb_4 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(feb_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(feb_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(feb_4 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(feb_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(feb_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(feb_4 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS feb_7,
    CASE
      WHEN COUNT(Year_5) = 0
      THEN NULL
      WHEN BOOL_AND(CAST(Year_5 = TRUNC(Year_5) AS BOOLEAN))
      AND SUM(ABS(Year_5)) < 9007199254740992
      THEN SUM(Year_5)
      ELSE LIST_REDUCE(
        ARRAY_AGG(Year_5 ORDER BY row_position) FILTER(WHERE
          NOT Year_5 IS NULL),
        LAMBDA total, each : total + each
      )
    END AS Year_8,
    CAST(COUNT(*) AS DOUBLE) AS count_9
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    CAST(shop_2 AS TEXT) AS shop_10,
    CAST(jan_3 AS TEXT) AS jan_11,
    CAST(feb_4 AS TEXT) AS feb_12,
    CAST(Year_5 AS DOUBLE) AS Year_13
  FROM r4
  UNION ALL
  SELECT
    CAST($p7 AS TEXT) AS shop_10,
    CAST(CASE
      WHEN jan_6 = TRUNC(jan_6) AND ABS(jan_6) < 9e18
      THEN CAST(TRY_CAST(jan_6 AS BIGINT) AS TEXT)
      ELSE CAST(jan_6 AS TEXT)
    END AS TEXT) AS jan_11,
    CAST(CASE
      WHEN feb_7 = TRUNC(feb_7) AND ABS(feb_7) < 9e18
      THEN CAST(TRY_CAST(feb_7 AS BIGINT) AS TEXT)
      ELSE CAST(feb_7 AS TEXT)
    END AS TEXT) AS feb_12,
    CAST(Year_8 AS DOUBLE) AS Year_13
  FROM r7
)
SELECT
  shop_10,
  jan_11,
  feb_12,
  Year_13
FROM r8
-- $p1 = 'north'
-- $p2 = '12'
-- $p3 = '7'
-- $p4 = 'south'
-- $p5 = '5'
-- $p6 = 'closed'
-- $p7 = 'All'
