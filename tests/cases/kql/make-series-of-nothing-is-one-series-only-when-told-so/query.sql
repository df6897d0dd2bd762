WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(NULL AS BIGINT) AS Place_1
  WHERE
    FALSE
), r2 AS NOT MATERIALIZED (
  SELECT
    Place_1,
    CASE
      WHEN Place_1 IS NULL
      OR Place_1 < CAST(1 AS BIGINT)
      OR Place_1 > CAST(4 AS BIGINT)
      AND TRY_CAST((
        (
          CAST(Place_1 AS INT128) - CAST(1 AS BIGINT)
        ) - (
          (
            (
              CAST(Place_1 AS INT128) - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT) AS BIGINT) > TRY_CAST((
        (
          CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
        ) - (
          (
            (
              CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT) AS BIGINT)
      THEN NULL
      WHEN COALESCE(CAST(1 AS BIGINT), 0) <= 0
      THEN ERROR('not supported: KQL make-series with a step that is not above zero')
      WHEN NOT FALSE AND Place_1 >= CAST(4 AS BIGINT)
      THEN NULL
      ELSE TRY_CAST((
        (
          CAST(Place_1 AS INT128) - CAST(1 AS BIGINT)
        ) - (
          (
            (
              CAST(Place_1 AS INT128) - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT) AS BIGINT)
    END AS c_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    c_2 AS c_4,
    COUNT(*) AS Rows_3
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    ARRAY_AGG(CAST(c_4 AS TEXT) || ':' || COALESCE(CAST(Rows_3 AS TEXT), 'null')) FILTER(WHERE
      NOT c_4 IS NULL) AS Rows_5,
    MIN(c_4) AS first_6,
    MAX(c_4) AS last_7
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    Rows_5,
    first_6,
    last_7,
    CASE
      WHEN TRY_CAST(GREATEST(
        CASE
          WHEN FALSE
          THEN (
            CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
          ) // NULLIF(CAST(1 AS BIGINT), 0) + 1
          ELSE (
            (
              CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
            ) + CAST(1 AS BIGINT) - 1
          ) // NULLIF(CAST(1 AS BIGINT), 0)
        END,
        0
      ) AS BIGINT) - CAST(0 AS BIGINT) > 1048576
      THEN ERROR('not supported: KQL make-series of more than 1,048,576 bins')
      ELSE CAST(0 AS BIGINT)
    END AS begin_8,
    TRY_CAST(GREATEST(
      CASE
        WHEN FALSE
        THEN (
          CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
        ) // NULLIF(CAST(1 AS BIGINT), 0) + 1
        ELSE (
          (
            CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT) - 1
        ) // NULLIF(CAST(1 AS BIGINT), 0)
      END,
      0
    ) AS BIGINT) AS end_9
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_SERIES_ARRAY(Rows_5, begin_8, end_9, COALESCE(CAST(CAST(0 AS BIGINT) AS TEXT), 'null')) AS Rows_10,
    '[' || ARRAY_TO_STRING(
      LIST_TRANSFORM(
        LIST_TRANSFORM(
          RANGE(begin_8, end_9),
          LAMBDA number : CAST(1 AS BIGINT) + number * CAST(1 AS BIGINT)
        ),
        LAMBDA place : COALESCE(CAST(place AS TEXT), 'null')
      ),
      ','
    ) || ']' AS Place_11
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    CAST(NULL AS BIGINT) AS Place_12
  WHERE
    FALSE
), r8 AS NOT MATERIALIZED (
  SELECT
    Place_12,
    CASE
      WHEN Place_12 IS NULL
      OR Place_12 < CAST(1 AS BIGINT)
      OR Place_12 > CAST(4 AS BIGINT)
      AND TRY_CAST((
        (
          CAST(Place_12 AS INT128) - CAST(1 AS BIGINT)
        ) - (
          (
            (
              CAST(Place_12 AS INT128) - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT) AS BIGINT) > TRY_CAST((
        (
          CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
        ) - (
          (
            (
              CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT) AS BIGINT)
      THEN NULL
      WHEN COALESCE(CAST(1 AS BIGINT), 0) <= 0
      THEN ERROR('not supported: KQL make-series with a step that is not above zero')
      WHEN NOT FALSE AND Place_12 >= CAST(4 AS BIGINT)
      THEN NULL
      ELSE TRY_CAST((
        (
          CAST(Place_12 AS INT128) - CAST(1 AS BIGINT)
        ) - (
          (
            (
              CAST(Place_12 AS INT128) - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT) AS BIGINT)
    END AS c_13
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    c_13 AS c_15,
    COUNT(*) AS Rows_14
  FROM r8
  GROUP BY
    1
), r10 AS NOT MATERIALIZED (
  SELECT
    ARRAY_AGG(CAST(c_15 AS TEXT) || ':' || COALESCE(CAST(Rows_14 AS TEXT), 'null')) FILTER(WHERE
      NOT c_15 IS NULL) AS Rows_16,
    MIN(c_15) AS first_17,
    MAX(c_15) AS last_18
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    Rows_16,
    first_17,
    last_18
  FROM r10
  WHERE
    NOT first_17 IS NULL
), r12 AS NOT MATERIALIZED (
  SELECT
    Rows_16,
    first_17,
    last_18,
    CASE
      WHEN TRY_CAST(GREATEST(
        CASE
          WHEN FALSE
          THEN (
            CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
          ) // NULLIF(CAST(1 AS BIGINT), 0) + 1
          ELSE (
            (
              CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
            ) + CAST(1 AS BIGINT) - 1
          ) // NULLIF(CAST(1 AS BIGINT), 0)
        END,
        0
      ) AS BIGINT) - CAST(0 AS BIGINT) > 1048576
      THEN ERROR('not supported: KQL make-series of more than 1,048,576 bins')
      ELSE CAST(0 AS BIGINT)
    END AS begin_19,
    TRY_CAST(GREATEST(
      CASE
        WHEN FALSE
        THEN (
          CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
        ) // NULLIF(CAST(1 AS BIGINT), 0) + 1
        ELSE (
          (
            CAST(CAST(4 AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT) - 1
        ) // NULLIF(CAST(1 AS BIGINT), 0)
      END,
      0
    ) AS BIGINT) AS end_20
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_SERIES_ARRAY(Rows_16, begin_19, end_20, COALESCE(CAST(CAST(0 AS BIGINT) AS TEXT), 'null')) AS Rows_21,
    '[' || ARRAY_TO_STRING(
      LIST_TRANSFORM(
        LIST_TRANSFORM(
          RANGE(begin_19, end_20),
          LAMBDA number : CAST(1 AS BIGINT) + number * CAST(1 AS BIGINT)
        ),
        LAMBDA place : COALESCE(CAST(place AS TEXT), 'null')
      ),
      ','
    ) || ']' AS Place_22
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    CAST(Rows_10 AS TEXT) AS Rows_23,
    CAST(Place_11 AS TEXT) AS Place_24
  FROM r6
  UNION ALL
  SELECT
    CAST(Rows_21 AS TEXT) AS Rows_23,
    CAST(Place_22 AS TEXT) AS Place_24
  FROM r13
)
SELECT
  Rows_23,
  Place_24
FROM r14
