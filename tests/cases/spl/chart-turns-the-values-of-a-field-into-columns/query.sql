WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(shop_2 AS TEXT) AS shop_2,
    CAST(month_3 AS TEXT) AS month_3,
    CAST(sold_4 AS TEXT) AS sold_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p2 AS TEXT), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p6 AS TEXT), CAST($p7 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p6 AS TEXT), CAST(NULL AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p8 AS TEXT), CAST($p6 AS TEXT), CAST($p9 AS TEXT))) AS given(_time_1, shop_2, month_3, sold_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shop_2,
    month_3,
    sold_4
  FROM r1
  WHERE
    NOT shop_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shop_2,
    month_3,
    sold_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    shop_2 AS shop_7,
    CASE
      WHEN COUNT(
        CASE
          WHEN month_3 = CAST($p6 AS TEXT)
          THEN CASE
            WHEN ORD(sold_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(sold_4 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN month_3 = CAST($p6 AS TEXT)
          THEN CASE
            WHEN ORD(sold_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(sold_4 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN month_3 = CAST($p6 AS TEXT)
            THEN CASE
              WHEN ORD(sold_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(sold_4 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN month_3 = CAST($p6 AS TEXT)
            THEN CASE
              WHEN ORD(sold_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(sold_4 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN month_3 = CAST($p6 AS TEXT)
          THEN CASE
            WHEN ORD(sold_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(sold_4 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN month_3 = CAST($p6 AS TEXT)
            THEN CASE
              WHEN ORD(sold_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(sold_4 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN month_3 = CAST($p6 AS TEXT)
            THEN CASE
              WHEN ORD(sold_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(sold_4 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS c_5,
    CASE
      WHEN COUNT(
        CASE
          WHEN month_3 = CAST($p2 AS TEXT)
          THEN CASE
            WHEN ORD(sold_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(sold_4 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN month_3 = CAST($p2 AS TEXT)
          THEN CASE
            WHEN ORD(sold_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(sold_4 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN month_3 = CAST($p2 AS TEXT)
            THEN CASE
              WHEN ORD(sold_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(sold_4 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN month_3 = CAST($p2 AS TEXT)
            THEN CASE
              WHEN ORD(sold_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(sold_4 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN month_3 = CAST($p2 AS TEXT)
          THEN CASE
            WHEN ORD(sold_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(sold_4 AS DOUBLE)
          END
          ELSE CAST(NULL AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN month_3 = CAST($p2 AS TEXT)
            THEN CASE
              WHEN ORD(sold_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(sold_4 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN month_3 = CAST($p2 AS TEXT)
            THEN CASE
              WHEN ORD(sold_4) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(sold_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(sold_4 AS DOUBLE)
            END
            ELSE CAST(NULL AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS c_6
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    shop_7,
    c_5,
    c_6,
    ROW_NUMBER() OVER (ORDER BY shop_7, c_5, c_6) AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    shop_7,
    c_5,
    c_6,
    COUNT(
      CASE
        WHEN ORD(shop_7) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(shop_7, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(shop_7 AS DOUBLE)
      END
    ) OVER () AS numbers_8,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    shop_7,
    c_5,
    c_6,
    numbers_8
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    shop_7,
    c_5,
    c_6,
    numbers_8
  FROM r7
  WHERE
    CASE
      WHEN numbers_8 > CAST(300 AS BIGINT)
      THEN ERROR('not supported: SPL bins that chart would choose')
      ELSE TRUE
    END
), r9 AS NOT MATERIALIZED (
  SELECT
    shop_7,
    c_5,
    c_6,
    numbers_8
  FROM r8
  ORDER BY
    CASE
      WHEN ORD(shop_7) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(shop_7, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(shop_7 AS DOUBLE)
    END ASC,
    shop_7 ASC,
    shop_7 NULLS FIRST,
    c_5 NULLS FIRST,
    c_6 NULLS FIRST,
    numbers_8 NULLS FIRST
), r10 AS NOT MATERIALIZED (
  SELECT
    shop_7,
    c_5 AS feb_9,
    c_6 AS jan_10
  FROM r9
)
SELECT
  shop_7,
  feb_9,
  jan_10
FROM r10
-- $p1 = 'north'
-- $p2 = 'jan'
-- $p3 = '12'
-- $p4 = 'south'
-- $p5 = '5'
-- $p6 = 'feb'
-- $p7 = '7'
-- $p8 = 'west'
-- $p9 = '3'
