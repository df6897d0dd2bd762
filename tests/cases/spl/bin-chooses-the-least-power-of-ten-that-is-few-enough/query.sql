WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(n_2 AS TEXT) AS n_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT))) AS given(_time_1, n_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    MIN(
      CASE
        WHEN ORD(n_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_2 AS DOUBLE)
      END
    ) OVER () AS low_3,
    MAX(
      CASE
        WHEN ORD(n_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_2 AS DOUBLE)
      END
    ) OVER () AS high_4,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    low_3,
    high_4
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    COALESCE(
      ANTIVENOM_SPLUNK_BIN_CHOSEN(
        CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END,
        low_3,
        high_4,
        CAST(5 AS BIGINT),
        CAST(NULL AS DOUBLE),
        CAST(NULL AS DOUBLE)
      ),
      n_2
    ) AS five_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    five_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    five_5,
    MIN(
      CASE
        WHEN ORD(n_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_2 AS DOUBLE)
      END
    ) OVER () AS low_6,
    MAX(
      CASE
        WHEN ORD(n_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_2 AS DOUBLE)
      END
    ) OVER () AS high_7,
    row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    five_5,
    low_6,
    high_7
  FROM r7
  ORDER BY
    row_position
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    five_5,
    COALESCE(
      ANTIVENOM_SPLUNK_BIN_CHOSEN(
        CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END,
        low_6,
        high_7,
        CAST(6 AS BIGINT),
        CAST(NULL AS DOUBLE),
        CAST(NULL AS DOUBLE)
      ),
      n_2
    ) AS six_8
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    five_5,
    six_8,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    five_5,
    six_8,
    MIN(
      CASE
        WHEN ORD(n_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_2 AS DOUBLE)
      END
    ) OVER () AS low_9,
    MAX(
      CASE
        WHEN ORD(n_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_2 AS DOUBLE)
      END
    ) OVER () AS high_10,
    row_position
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    five_5,
    six_8,
    low_9,
    high_10
  FROM r11
  ORDER BY
    row_position
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    five_5,
    six_8,
    COALESCE(
      ANTIVENOM_SPLUNK_BIN_CHOSEN(
        CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END,
        low_9,
        high_10,
        CAST(6 AS BIGINT),
        CAST(NULL AS DOUBLE),
        500.0e0
      ),
      n_2
    ) AS wide_11
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    n_2,
    five_5,
    six_8,
    wide_11
  FROM r13
)
SELECT
  n_2,
  five_5,
  six_8,
  wide_11
FROM r14
-- $p1 = '0'
-- $p2 = '23'
-- $p3 = '59'
-- $p4 = 'x'
