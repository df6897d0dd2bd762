WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    REGEXP_REPLACE(
      CASE
        WHEN 7.0e0 = TRUNC(7.0e0) AND ABS(7.0e0) < 9e18
        THEN CAST(TRY_CAST(7.0e0 AS BIGINT) AS TEXT)
        ELSE CAST(7.0e0 AS TEXT)
      END,
      '^-?\d+$',
      '\0.0'
    ) AS d_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    REGEXP_REPLACE(
      CASE
        WHEN 2.5e0 = TRUNC(2.5e0) AND ABS(2.5e0) < 9e18
        THEN CAST(TRY_CAST(2.5e0 AS BIGINT) AS TEXT)
        ELSE CAST(2.5e0 AS TEXT)
      END,
      '^-?\d+$',
      '\0.0'
    ) AS e_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    e_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN REGEXP_FULL_MATCH(CAST($p1 AS TEXT), '[0123456789abcdefABCDEF]{1,13}')
            THEN CAST(LIST_REDUCE(
              LIST_TRANSFORM(
                STR_SPLIT(LOWER(CAST($p1 AS TEXT)), ''),
                LAMBDA each : STRPOS('0123456789abcdefghijklmnopqrstuvwxyz', each) - 1
              ),
              LAMBDA made, each : made * 16 + each
            ) AS DOUBLE)
          END
        ],
        LAMBDA given0 : REGEXP_REPLACE(
          CASE
            WHEN given0 = TRUNC(given0) AND ABS(given0) < 9e18
            THEN CAST(TRY_CAST(given0 AS BIGINT) AS TEXT)
            ELSE CAST(given0 AS TEXT)
          END,
          '^-?\d+$',
          '\0.0'
        )
      ),
      1
    ) AS f_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    e_3,
    f_4,
    CASE
      WHEN ORD(d_2) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(d_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(d_2 AS DOUBLE)
    END + 1.0e0 AS sum_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    e_3,
    f_4,
    sum_5,
    CASE WHEN NOT 7.0e0 IS NULL THEN CAST($p2 AS TEXT) ELSE CAST($p3 AS TEXT) END AS kind_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    d_2,
    e_3,
    f_4,
    sum_5,
    kind_6,
    REGEXP_REPLACE(
      CASE
        WHEN CAST(NULL AS DOUBLE) = TRUNC(CAST(NULL AS DOUBLE))
        AND ABS(CAST(NULL AS DOUBLE)) < 9e18
        THEN CAST(TRY_CAST(CAST(NULL AS DOUBLE) AS BIGINT) AS TEXT)
        ELSE CAST(CAST(NULL AS DOUBLE) AS TEXT)
      END,
      '^-?\d+$',
      '\0.0'
    ) AS none_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    d_2,
    e_3,
    f_4,
    sum_5,
    kind_6,
    none_7
  FROM r7
)
SELECT
  d_2,
  e_3,
  f_4,
  sum_5,
  kind_6,
  none_7
FROM r8
-- $p1 = '1f'
-- $p2 = 'double'
-- $p3 = 'other'
