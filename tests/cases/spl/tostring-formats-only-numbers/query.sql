WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS t_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    CAST($p2 AS TEXT) AS n_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    n_3,
    CASE
      WHEN CASE
        WHEN ORD(t_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(t_2 AS DOUBLE)
      END IS NULL
      THEN t_2
      ELSE LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            CASE
              WHEN ORD(t_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(t_2 AS DOUBLE)
            END
          ],
          LAMBDA given0 : CASE
            WHEN given0 = TRUNC(given0) AND ABS(given0) < 9e18
            THEN FORMAT('{:,}', CAST(given0 AS BIGINT))
            WHEN NOT given0 IS NULL
            THEN FORMAT('{:,.2f}', given0)
          END
        ),
        1
      )
    END AS a_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    n_3,
    a_4,
    CASE
      WHEN CASE
        WHEN ORD(n_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_3 AS DOUBLE)
      END IS NULL
      THEN n_3
      ELSE LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
          ],
          LAMBDA given0 : CASE
            WHEN given0 = TRUNC(given0) AND ABS(given0) < 9e18
            THEN FORMAT('{:,}', CAST(given0 AS BIGINT))
            WHEN NOT given0 IS NULL
            THEN FORMAT('{:,.2f}', given0)
          END
        ),
        1
      )
    END AS b_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    n_3,
    a_4,
    b_5,
    CASE
      WHEN 9.0e0 = TRUNC(9.0e0) AND 9.0e0 >= 0 AND 9.0e0 < 9007199254740992
      THEN TO_BINARY(CAST(9.0e0 AS BIGINT))
    END AS c_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    n_3,
    a_4,
    b_5,
    c_6,
    CASE
      WHEN 615.0e0 >= 0 AND 615.0e0 < 9e12
      THEN CASE
        WHEN CAST(ROUND(615.0e0 * 1000000) AS BIGINT) >= 86400000000
        THEN CAST(CAST(ROUND(615.0e0 * 1000000) AS BIGINT) // 86400000000 AS TEXT) || '+'
        ELSE ''
      END || STRFTIME(MAKE_TIMESTAMP(CAST(ROUND(615.0e0 * 1000000) AS BIGINT) % 86400000000), '%H:%M:%S') || RTRIM(
        RTRIM(PRINTF('.%06d', CAST(ROUND(615.0e0 * 1000000) AS BIGINT) % 1000000), '0'),
        '.'
      )
      WHEN NOT 615.0e0 IS NULL
      THEN ERROR('not supported: SPL tostring of a duration that is no count of seconds')
    END AS d_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    n_3,
    a_4,
    b_5,
    c_6,
    d_7,
    CAST($p3 AS TEXT) || CASE
      WHEN CASE
        WHEN ORD(n_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_3 AS DOUBLE)
      END IS NULL
      THEN n_3
      ELSE LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            CASE
              WHEN ORD(n_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(n_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(n_3 AS DOUBLE)
            END
          ],
          LAMBDA given0 : CASE
            WHEN given0 = TRUNC(given0) AND ABS(given0) < 9e18
            THEN FORMAT('{:,}', CAST(given0 AS BIGINT))
            WHEN NOT given0 IS NULL
            THEN FORMAT('{:,.2f}', given0)
          END
        ),
        1
      )
    END AS e_8
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    a_4,
    b_5,
    c_6,
    d_7,
    e_8
  FROM r8
)
SELECT
  a_4,
  b_5,
  c_6,
  d_7,
  e_8
FROM r9
-- $p1 = 'abc'
-- $p2 = '1000000.1278'
-- $p3 = '$'
