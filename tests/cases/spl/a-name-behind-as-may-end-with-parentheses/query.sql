WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM r1
  WHERE
    NOT n_3 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM r4
  WHERE
    NOT n_3 IS NULL
), r6 AS NOT MATERIALIZED (
  SELECT
    n_3 AS n_6,
    LIST_SORT(ARRAY_AGG(DISTINCT user_2) FILTER(WHERE
      NOT user_2 IS NULL)) AS c_4,
    CAST(COUNT(*) AS DOUBLE) AS count_5
  FROM r5
  GROUP BY
    1
), r7 AS NOT MATERIALIZED (
  SELECT
    n_6,
    c_4,
    count_5
  FROM r6
  ORDER BY
    CASE
      WHEN ORD(n_6) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(n_6, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(n_6 AS DOUBLE)
    END ASC,
    n_6 ASC
), r8 AS NOT MATERIALIZED (
  SELECT
    n_6,
    c_4,
    count_5
  FROM r7
  WHERE
    LIST_BOOL_OR(
      LIST_TRANSFORM(
        c_4,
        LAMBDA element : CASE
          WHEN NOT CASE
            WHEN ORD(element) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(element, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(element AS DOUBLE)
          END IS NULL
          AND NOT CASE
            WHEN ORD(CAST($p1 AS TEXT)) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(CAST($p1 AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(CAST($p1 AS TEXT) AS DOUBLE)
          END IS NULL
          THEN CASE
            WHEN ORD(element) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(element, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(element AS DOUBLE)
          END = CASE
            WHEN ORD(CAST($p1 AS TEXT)) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(CAST($p1 AS TEXT), '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(CAST($p1 AS TEXT) AS DOUBLE)
          END
          ELSE element = CAST($p1 AS TEXT)
        END
      )
    )
)
SELECT
  n_6,
  c_4,
  count_5
FROM r8
-- $p1 = 'ann'
