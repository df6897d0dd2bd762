WITH r1 AS NOT MATERIALIZED (
  SELECT
    tag_1,
    n_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    tag_1,
    n_2,
    UNNEST(CASE WHEN LENGTH(tag_1) > 0 THEN tag_1 ELSE [NULL] END) AS tag_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    tag_1,
    n_2,
    tag_3
  FROM r2
  WHERE
    NOT tag_3 IS NULL
), r4 AS NOT MATERIALIZED (
  SELECT
    tag_1,
    n_2,
    tag_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    tag_3 AS tag_6,
    CAST(COUNT(*) AS DOUBLE) AS count_4,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(n_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_2 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(n_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_2 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(n_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_2 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(n_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(n_2 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END AS s_5
  FROM r4
  GROUP BY
    1
), r6 AS NOT MATERIALIZED (
  SELECT
    tag_6,
    count_4,
    s_5
  FROM r5
  ORDER BY
    CASE
      WHEN ORD(tag_6) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(tag_6, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(tag_6 AS DOUBLE)
    END ASC,
    tag_6 ASC
), r7 AS NOT MATERIALIZED (
  SELECT
    tag_7,
    n_8
  FROM table2
), r8 AS NOT MATERIALIZED (
  SELECT
    tag_7,
    n_8
  FROM r7
  WHERE
    TRUE
), r9 AS NOT MATERIALIZED (
  SELECT
    tag_7,
    n_8,
    UNNEST(
      CASE
        WHEN LENGTH(
          LIST_FILTER(tag_7, LAMBDA element, place : LIST_POSITION(tag_7, element) = place)
        ) > 0
        THEN LIST_FILTER(tag_7, LAMBDA element, place : LIST_POSITION(tag_7, element) = place)
        ELSE [NULL]
      END
    ) AS tag_9
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    tag_7,
    n_8,
    tag_9
  FROM r9
  WHERE
    NOT tag_9 IS NULL
), r11 AS NOT MATERIALIZED (
  SELECT
    tag_9 AS tag_11,
    CAST(COUNT(*) AS DOUBLE) AS count_10
  FROM r10
  GROUP BY
    1
), r12 AS NOT MATERIALIZED (
  SELECT
    tag_11,
    count_10
  FROM r11
  ORDER BY
    CASE
      WHEN ORD(tag_11) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(tag_11, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(tag_11 AS DOUBLE)
    END ASC,
    tag_11 ASC
), r13 AS NOT MATERIALIZED (
  SELECT
    CAST(tag_6 AS TEXT) AS tag_12,
    CAST(count_4 AS DOUBLE) AS count_13,
    CAST(s_5 AS DOUBLE) AS s_14
  FROM r6
  UNION ALL
  SELECT
    CAST(tag_11 AS TEXT) AS tag_12,
    CAST(count_10 AS DOUBLE) AS count_13,
    CAST(NULL AS DOUBLE) AS s_14
  FROM r12
)
SELECT
  tag_12,
  count_13,
  s_14
FROM r13
