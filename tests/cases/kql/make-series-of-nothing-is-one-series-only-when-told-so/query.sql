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
      AND (
        (
          Place_1 - CAST(1 AS BIGINT)
        ) - (
          (
            (
              Place_1 - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT) > (
        (
          CAST(4 AS BIGINT) - CAST(1 AS BIGINT)
        ) - (
          (
            (
              CAST(4 AS BIGINT) - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT)
      THEN NULL
      WHEN COALESCE(CAST(1 AS BIGINT), 0) <= 0
      THEN ERROR('not supported: KQL make-series with a step that is not above zero')
      WHEN FALSE AND (
        CAST(1 AS BIGINT) % CAST(1 AS BIGINT)
      ) <> 0
      THEN ERROR(
        'not supported: KQL make-series in range(...) that does not start at a multiple of the step'
      )
      WHEN FALSE AND Place_1 > CAST(4 AS BIGINT)
      THEN ERROR(
        'not supported: KQL make-series in range(...) with a row behind the stop and in its bin'
      )
      WHEN NOT FALSE AND Place_1 >= CAST(4 AS BIGINT)
      THEN NULL
      WHEN FALSE AND (
        Place_1 % CAST(1 AS BIGINT)
      ) <> 0
      THEN ERROR(
        'not supported: KQL make-series without a start over values that are no multiples of the step'
      )
      ELSE (
        (
          Place_1 - CAST(1 AS BIGINT)
        ) - (
          (
            (
              Place_1 - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT)
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
    ARRAY_AGG(
      CASE
        WHEN Rows_3 IS NULL
        THEN ERROR('not supported: KQL make-series of a bin whose value is null')
        ELSE CAST(c_4 AS TEXT) || ':' || COALESCE(CAST(Rows_3 AS TEXT), 'null')
      END
    ) FILTER(WHERE
      NOT c_4 IS NULL) AS Rows_5,
    MIN(c_4) AS first_6,
    MAX(c_4) AS last_7,
    COUNT(*) AS rows_8
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    Rows_5,
    first_6,
    last_7,
    rows_8,
    CASE
      WHEN GREATEST(
        CASE
          WHEN FALSE
          THEN (
            CAST(4 AS BIGINT) - CAST(1 AS BIGINT)
          ) // CAST(1 AS BIGINT) + 1
          ELSE (
            CAST(4 AS BIGINT) - CAST(1 AS BIGINT) + CAST(1 AS BIGINT) - 1
          ) // CAST(1 AS BIGINT)
        END,
        0
      ) - CAST(0 AS BIGINT) > 1048576
      THEN ERROR('not supported: KQL make-series of more than 1,048,576 bins')
      WHEN rows_8 > 0 AND first_6 IS NULL
      THEN ERROR('not supported: KQL make-series of a group without a row in its range')
      ELSE CAST(0 AS BIGINT)
    END AS begin_9,
    GREATEST(
      CASE
        WHEN FALSE
        THEN (
          CAST(4 AS BIGINT) - CAST(1 AS BIGINT)
        ) // CAST(1 AS BIGINT) + 1
        ELSE (
          CAST(4 AS BIGINT) - CAST(1 AS BIGINT) + CAST(1 AS BIGINT) - 1
        ) // CAST(1 AS BIGINT)
      END,
      0
    ) AS end_10
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_SERIES_ARRAY(Rows_5, begin_9, end_10, COALESCE(CAST(CAST(0 AS BIGINT) AS TEXT), 'null')) AS Rows_11,
    '[' || ARRAY_TO_STRING(
      LIST_TRANSFORM(
        LIST_TRANSFORM(
          RANGE(begin_9, end_10),
          LAMBDA number : CAST(1 AS BIGINT) + number * CAST(1 AS BIGINT)
        ),
        LAMBDA place : COALESCE(CAST(place AS TEXT), 'null')
      ),
      ','
    ) || ']' AS Place_12
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    CAST(NULL AS BIGINT) AS Place_13
  WHERE
    FALSE
), r8 AS NOT MATERIALIZED (
  SELECT
    Place_13,
    CASE
      WHEN Place_13 IS NULL
      OR Place_13 < CAST(1 AS BIGINT)
      OR Place_13 > CAST(4 AS BIGINT)
      AND (
        (
          Place_13 - CAST(1 AS BIGINT)
        ) - (
          (
            (
              Place_13 - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT) > (
        (
          CAST(4 AS BIGINT) - CAST(1 AS BIGINT)
        ) - (
          (
            (
              CAST(4 AS BIGINT) - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT)
      THEN NULL
      WHEN COALESCE(CAST(1 AS BIGINT), 0) <= 0
      THEN ERROR('not supported: KQL make-series with a step that is not above zero')
      WHEN FALSE AND (
        CAST(1 AS BIGINT) % CAST(1 AS BIGINT)
      ) <> 0
      THEN ERROR(
        'not supported: KQL make-series in range(...) that does not start at a multiple of the step'
      )
      WHEN FALSE AND Place_13 > CAST(4 AS BIGINT)
      THEN ERROR(
        'not supported: KQL make-series in range(...) with a row behind the stop and in its bin'
      )
      WHEN NOT FALSE AND Place_13 >= CAST(4 AS BIGINT)
      THEN NULL
      WHEN FALSE AND (
        Place_13 % CAST(1 AS BIGINT)
      ) <> 0
      THEN ERROR(
        'not supported: KQL make-series without a start over values that are no multiples of the step'
      )
      ELSE (
        (
          Place_13 - CAST(1 AS BIGINT)
        ) - (
          (
            (
              Place_13 - CAST(1 AS BIGINT)
            ) % CAST(1 AS BIGINT)
          ) + CAST(1 AS BIGINT)
        ) % CAST(1 AS BIGINT)
      ) // CAST(1 AS BIGINT)
    END AS c_14
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    c_14 AS c_16,
    COUNT(*) AS Rows_15
  FROM r8
  GROUP BY
    1
), r10 AS NOT MATERIALIZED (
  SELECT
    ARRAY_AGG(
      CASE
        WHEN Rows_15 IS NULL
        THEN ERROR('not supported: KQL make-series of a bin whose value is null')
        ELSE CAST(c_16 AS TEXT) || ':' || COALESCE(CAST(Rows_15 AS TEXT), 'null')
      END
    ) FILTER(WHERE
      NOT c_16 IS NULL) AS Rows_17,
    MIN(c_16) AS first_18,
    MAX(c_16) AS last_19,
    COUNT(*) AS rows_20
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    Rows_17,
    first_18,
    last_19,
    rows_20
  FROM r10
  WHERE
    rows_20 > CAST(0 AS BIGINT)
), r12 AS NOT MATERIALIZED (
  SELECT
    Rows_17,
    first_18,
    last_19,
    rows_20,
    CASE
      WHEN GREATEST(
        CASE
          WHEN FALSE
          THEN (
            CAST(4 AS BIGINT) - CAST(1 AS BIGINT)
          ) // CAST(1 AS BIGINT) + 1
          ELSE (
            CAST(4 AS BIGINT) - CAST(1 AS BIGINT) + CAST(1 AS BIGINT) - 1
          ) // CAST(1 AS BIGINT)
        END,
        0
      ) - CAST(0 AS BIGINT) > 1048576
      THEN ERROR('not supported: KQL make-series of more than 1,048,576 bins')
      WHEN rows_20 > 0 AND first_18 IS NULL
      THEN ERROR('not supported: KQL make-series of a group without a row in its range')
      ELSE CAST(0 AS BIGINT)
    END AS begin_21,
    GREATEST(
      CASE
        WHEN FALSE
        THEN (
          CAST(4 AS BIGINT) - CAST(1 AS BIGINT)
        ) // CAST(1 AS BIGINT) + 1
        ELSE (
          CAST(4 AS BIGINT) - CAST(1 AS BIGINT) + CAST(1 AS BIGINT) - 1
        ) // CAST(1 AS BIGINT)
      END,
      0
    ) AS end_22
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_SERIES_ARRAY(Rows_17, begin_21, end_22, COALESCE(CAST(CAST(0 AS BIGINT) AS TEXT), 'null')) AS Rows_23,
    '[' || ARRAY_TO_STRING(
      LIST_TRANSFORM(
        LIST_TRANSFORM(
          RANGE(begin_21, end_22),
          LAMBDA number : CAST(1 AS BIGINT) + number * CAST(1 AS BIGINT)
        ),
        LAMBDA place : COALESCE(CAST(place AS TEXT), 'null')
      ),
      ','
    ) || ']' AS Place_24
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    CAST(Rows_11 AS TEXT) AS Rows_25,
    CAST(Place_12 AS TEXT) AS Place_26
  FROM r6
  UNION ALL
  SELECT
    CAST(Rows_23 AS TEXT) AS Rows_25,
    CAST(Place_24 AS TEXT) AS Place_26
  FROM r13
)
SELECT
  Rows_25,
  Place_26
FROM r14
