WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Time_1 AS BIGINT) AS Time_1,
    CAST(Computer_2 AS TEXT) AS Computer_2,
    CAST(Bytes_3 AS BIGINT) AS Bytes_3
  FROM (VALUES
    (CAST(638396748000000000 AS BIGINT), CAST($p1 AS TEXT), CAST(10 AS BIGINT)),
    (CAST(638396820000000000 AS BIGINT), CAST($p1 AS TEXT), CAST(20 AS BIGINT)),
    (CAST(638398368000000000 AS BIGINT), CAST($p1 AS TEXT), CAST(5 AS BIGINT)),
    (CAST(638397504000000000 AS BIGINT), CAST($p2 AS TEXT), CAST(7 AS BIGINT))) AS given(Time_1, Computer_2, Bytes_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    Time_1,
    Computer_2,
    Bytes_3,
    CASE
      WHEN Time_1 IS NULL
      OR Time_1 < CAST(638396640000000000 AS BIGINT)
      OR Time_1 > CAST(638399232000000000 AS BIGINT)
      AND TRY_CAST((
        (
          CAST(Time_1 AS INT128) - CAST(638396640000000000 AS BIGINT)
        ) - (
          (
            (
              CAST(Time_1 AS INT128) - CAST(638396640000000000 AS BIGINT)
            ) % CAST(864000000000 AS BIGINT)
          ) + CAST(864000000000 AS BIGINT)
        ) % CAST(864000000000 AS BIGINT)
      ) // CAST(864000000000 AS BIGINT) AS BIGINT) > TRY_CAST((
        (
          CAST(CAST(638399232000000000 AS BIGINT) AS INT128) - CAST(638396640000000000 AS BIGINT)
        ) - (
          (
            (
              CAST(CAST(638399232000000000 AS BIGINT) AS INT128) - CAST(638396640000000000 AS BIGINT)
            ) % CAST(864000000000 AS BIGINT)
          ) + CAST(864000000000 AS BIGINT)
        ) % CAST(864000000000 AS BIGINT)
      ) // CAST(864000000000 AS BIGINT) AS BIGINT)
      THEN NULL
      WHEN COALESCE(CAST(864000000000 AS BIGINT), 0) <= 0
      THEN ERROR('not supported: KQL make-series with a step that is not above zero')
      WHEN NOT FALSE AND Time_1 >= CAST(638399232000000000 AS BIGINT)
      THEN NULL
      ELSE TRY_CAST((
        (
          CAST(Time_1 AS INT128) - CAST(638396640000000000 AS BIGINT)
        ) - (
          (
            (
              CAST(Time_1 AS INT128) - CAST(638396640000000000 AS BIGINT)
            ) % CAST(864000000000 AS BIGINT)
          ) + CAST(864000000000 AS BIGINT)
        ) % CAST(864000000000 AS BIGINT)
      ) // CAST(864000000000 AS BIGINT) AS BIGINT)
    END AS c_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Computer_2 AS Computer_8,
    c_4 AS c_9,
    COUNT(*) AS Events_5,
    CAST((
      (
        COALESCE(SUM(CAST(Bytes_3 AS INT128)), 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS sum_Bytes_6,
    CASE
      WHEN COUNT(Bytes_3) = 0
      THEN CAST('nan' AS DOUBLE)
      ELSE CAST(CAST((
        (
          COALESCE(SUM(CAST(Bytes_3 AS INT128)), 0) + 9223372036854775808
        ) & 18446744073709551615
      ) - 9223372036854775808 AS BIGINT) AS DOUBLE) / COUNT(Bytes_3)
    END AS avg_Bytes_7
  FROM r2
  GROUP BY
    1,
    2
), r4 AS NOT MATERIALIZED (
  SELECT
    Computer_8 AS Computer_15,
    ARRAY_AGG(CAST(c_9 AS TEXT) || ':' || COALESCE(CAST(Events_5 AS TEXT), 'null')) FILTER(WHERE
      NOT c_9 IS NULL) AS Events_10,
    ARRAY_AGG(CAST(c_9 AS TEXT) || ':' || COALESCE(CAST(sum_Bytes_6 AS TEXT), 'null')) FILTER(WHERE
      NOT c_9 IS NULL) AS sum_Bytes_11,
    ARRAY_AGG(
      CAST(c_9 AS TEXT) || ':' || CASE
        WHEN avg_Bytes_7 IS NULL
        THEN 'null'
        WHEN ISNAN(avg_Bytes_7)
        THEN '"NaN"'
        WHEN ISINF(avg_Bytes_7)
        THEN CASE WHEN avg_Bytes_7 > 0 THEN '"Infinity"' ELSE '"-Infinity"' END
        ELSE CAST(TO_JSON(avg_Bytes_7) AS TEXT)
      END
    ) FILTER(WHERE
      NOT c_9 IS NULL) AS avg_Bytes_12,
    MIN(c_9) AS first_13,
    MAX(c_9) AS last_14
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    Computer_15,
    Events_10,
    sum_Bytes_11,
    avg_Bytes_12,
    first_13,
    last_14
  FROM r4
  WHERE
    NOT first_13 IS NULL
), r6 AS NOT MATERIALIZED (
  SELECT
    Computer_15,
    Events_10,
    sum_Bytes_11,
    avg_Bytes_12,
    first_13,
    last_14,
    CASE
      WHEN TRY_CAST(GREATEST(
        CASE
          WHEN FALSE
          THEN (
            CAST(CAST(638399232000000000 AS BIGINT) AS INT128) - CAST(638396640000000000 AS BIGINT)
          ) // NULLIF(CAST(864000000000 AS BIGINT), 0) + 1
          ELSE (
            (
              CAST(CAST(638399232000000000 AS BIGINT) AS INT128) - CAST(638396640000000000 AS BIGINT)
            ) + CAST(864000000000 AS BIGINT) - 1
          ) // NULLIF(CAST(864000000000 AS BIGINT), 0)
        END,
        0
      ) AS BIGINT) - CAST(0 AS BIGINT) > 1048576
      THEN ERROR('not supported: KQL make-series of more than 1,048,576 bins')
      ELSE CAST(0 AS BIGINT)
    END AS begin_16,
    TRY_CAST(GREATEST(
      CASE
        WHEN FALSE
        THEN (
          CAST(CAST(638399232000000000 AS BIGINT) AS INT128) - CAST(638396640000000000 AS BIGINT)
        ) // NULLIF(CAST(864000000000 AS BIGINT), 0) + 1
        ELSE (
          (
            CAST(CAST(638399232000000000 AS BIGINT) AS INT128) - CAST(638396640000000000 AS BIGINT)
          ) + CAST(864000000000 AS BIGINT) - 1
        ) // NULLIF(CAST(864000000000 AS BIGINT), 0)
      END,
      0
    ) AS BIGINT) AS end_17
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    Computer_15,
    ANTIVENOM_SERIES_ARRAY(Events_10, begin_16, end_17, COALESCE(CAST(CAST(0 AS BIGINT) AS TEXT), 'null')) AS Events_18,
    ANTIVENOM_SERIES_ARRAY(sum_Bytes_11, begin_16, end_17, COALESCE(CAST(CAST(-1 AS BIGINT) AS TEXT), 'null')) AS sum_Bytes_19,
    ANTIVENOM_SERIES_ARRAY(
      avg_Bytes_12,
      begin_16,
      end_17,
      CASE
        WHEN CAST(NULL AS DOUBLE) IS NULL
        THEN 'null'
        WHEN ISNAN(CAST(NULL AS DOUBLE))
        THEN '"NaN"'
        WHEN ISINF(CAST(NULL AS DOUBLE))
        THEN CASE WHEN CAST(NULL AS DOUBLE) > 0 THEN '"Infinity"' ELSE '"-Infinity"' END
        ELSE CAST(TO_JSON(CAST(NULL AS DOUBLE)) AS TEXT)
      END
    ) AS avg_Bytes_20,
    '[' || ARRAY_TO_STRING(
      LIST_TRANSFORM(
        LIST_TRANSFORM(
          RANGE(begin_16, end_17),
          LAMBDA number : CAST(638396640000000000 AS BIGINT) + number * CAST(864000000000 AS BIGINT)
        ),
        LAMBDA place : COALESCE(
          '"' || STRFTIME(
            MAKE_TIMESTAMP((
              place // 10000000 - 62135596800
            ) * 1000000),
            '%Y-%m-%dT%H:%M:%S.'
          ) || LPAD(CAST(place % 10000000 AS TEXT), 7, '0') || 'Z' || '"',
          'null'
        )
      ),
      ','
    ) || ']' AS Time_21
  FROM r6
)
SELECT
  Computer_15,
  Events_18,
  sum_Bytes_19,
  avg_Bytes_20,
  Time_21
FROM r7
ORDER BY
  Computer_15,
  Events_18,
  sum_Bytes_19,
  avg_Bytes_20,
  Time_21
-- $p1 = 'web'
-- $p2 = 'db'
