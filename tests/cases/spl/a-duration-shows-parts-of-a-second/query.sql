WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(s_2 AS TEXT) AS s_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT))) AS given(_time_1, s_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    s_2,
    CASE
      WHEN CASE
        WHEN NOT CASE
          WHEN ORD(s_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(s_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(s_2 AS DOUBLE)
        END IS NULL
        THEN CASE
          WHEN ORD(s_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(s_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(s_2 AS DOUBLE)
        END > 0.0e0
        ELSE s_2 > CASE
          WHEN 0.0e0 = TRUNC(0.0e0) AND ABS(0.0e0) < 9e18
          THEN CAST(TRY_CAST(0.0e0 AS BIGINT) AS TEXT)
          ELSE CAST(0.0e0 AS TEXT)
        END
      END
      THEN CASE
        WHEN CASE
          WHEN ORD(s_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(s_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(s_2 AS DOUBLE)
        END IS NULL
        THEN s_2
        ELSE LIST_EXTRACT(
          LIST_TRANSFORM(
            [
              CASE
                WHEN ORD(s_2) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(s_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(s_2 AS DOUBLE)
              END
            ],
            LAMBDA given0 : CASE
              WHEN given0 >= 0 AND given0 < 9e12
              THEN CASE
                WHEN CAST(ROUND(given0 * 1000000) AS BIGINT) >= 86400000000
                THEN CAST(CAST(ROUND(given0 * 1000000) AS BIGINT) // 86400000000 AS TEXT) || '+'
                ELSE ''
              END || STRFTIME(MAKE_TIMESTAMP(CAST(ROUND(given0 * 1000000) AS BIGINT) % 86400000000), '%H:%M:%S') || RTRIM(
                RTRIM(PRINTF('.%06d', CAST(ROUND(given0 * 1000000) AS BIGINT) % 1000000), '0'),
                '.'
              )
              WHEN NOT given0 IS NULL
              THEN ERROR('not supported: SPL tostring of a duration that is no count of seconds')
            END
          ),
          1
        )
      END
      ELSE CAST($p5 AS TEXT)
    END AS shown_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    s_2,
    shown_3
  FROM r2
)
SELECT
  s_2,
  shown_3
FROM r3
-- $p1 = '59.25'
-- $p2 = '3600'
-- $p3 = '86400.5'
-- $p4 = '-1.5'
-- $p5 = 'none'
