WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Place_1 AS BIGINT) AS Place_1,
    CAST(Key_2 AS TEXT) AS Key_2
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(4 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(7 AS BIGINT), CAST($p2 AS TEXT))) AS given(Place_1, Key_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    Place_1,
    Key_2,
    CASE
      WHEN Place_1 IS NULL
      OR Place_1 < CAST(1 AS BIGINT)
      OR Place_1 > CAST(NULL AS BIGINT)
      AND TRY_CAST((
        (
          CAST(Place_1 AS INT128) - CAST(1 AS BIGINT)
        ) - (
          (
            (
              CAST(Place_1 AS INT128) - CAST(1 AS BIGINT)
            ) % CAST(2 AS BIGINT)
          ) + CAST(2 AS BIGINT)
        ) % CAST(2 AS BIGINT)
      ) // CAST(2 AS BIGINT) AS BIGINT) > TRY_CAST((
        (
          CAST(CAST(NULL AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
        ) - (
          (
            (
              CAST(CAST(NULL AS BIGINT) AS INT128) - CAST(1 AS BIGINT)
            ) % CAST(2 AS BIGINT)
          ) + CAST(2 AS BIGINT)
        ) % CAST(2 AS BIGINT)
      ) // CAST(2 AS BIGINT) AS BIGINT)
      THEN NULL
      WHEN COALESCE(CAST(2 AS BIGINT), 0) <= 0
      THEN ERROR('not supported: KQL make-series with a step that is not above zero')
      WHEN NOT FALSE AND Place_1 >= CAST(NULL AS BIGINT)
      THEN NULL
      ELSE TRY_CAST((
        (
          CAST(Place_1 AS INT128) - CAST(1 AS BIGINT)
        ) - (
          (
            (
              CAST(Place_1 AS INT128) - CAST(1 AS BIGINT)
            ) % CAST(2 AS BIGINT)
          ) + CAST(2 AS BIGINT)
        ) % CAST(2 AS BIGINT)
      ) // CAST(2 AS BIGINT) AS BIGINT)
    END AS c_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Key_2 AS Key_5,
    c_3 AS c_6,
    COUNT(*) AS Rows_4
  FROM r2
  GROUP BY
    1,
    2
), r4 AS NOT MATERIALIZED (
  SELECT
    Key_5 AS Key_10,
    ARRAY_AGG(CAST(c_6 AS TEXT) || ':' || COALESCE(CAST(Rows_4 AS TEXT), 'null')) FILTER(WHERE
      NOT c_6 IS NULL) AS Rows_7,
    MIN(c_6) AS first_8,
    MAX(c_6) AS last_9
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    Key_10,
    Rows_7,
    first_8,
    last_9
  FROM r4
  WHERE
    NOT first_8 IS NULL
), r6 AS NOT MATERIALIZED (
  SELECT
    Key_10,
    Rows_7,
    first_8,
    last_9,
    CASE
      WHEN CAST((
        (
          (
            CAST(last_9 AS INT128) + CAST(1 AS BIGINT)
          ) + 9223372036854775808
        ) & 18446744073709551615
      ) - 9223372036854775808 AS BIGINT) - CAST(0 AS BIGINT) > 1048576
      THEN ERROR('not supported: KQL make-series of more than 1,048,576 bins')
      ELSE CAST(0 AS BIGINT)
    END AS begin_11,
    CAST((
      (
        (
          CAST(last_9 AS INT128) + CAST(1 AS BIGINT)
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS end_12
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    Key_10,
    ANTIVENOM_SERIES_ARRAY(Rows_7, begin_11, end_12, COALESCE(CAST(CAST(0 AS BIGINT) AS TEXT), 'null')) AS Rows_13,
    '[' || ARRAY_TO_STRING(
      LIST_TRANSFORM(
        LIST_TRANSFORM(
          RANGE(begin_11, end_12),
          LAMBDA number : CAST(1 AS BIGINT) + number * CAST(2 AS BIGINT)
        ),
        LAMBDA place : COALESCE(CAST(place AS TEXT), 'null')
      ),
      ','
    ) || ']' AS Place_14
  FROM r6
)
SELECT
  Key_10,
  Rows_13,
  Place_14
FROM r7
ORDER BY
  Key_10,
  Rows_13,
  Place_14
-- $p1 = 'a'
-- $p2 = 'b'
