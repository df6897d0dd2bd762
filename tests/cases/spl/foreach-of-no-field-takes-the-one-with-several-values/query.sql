WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    STR_SPLIT(CAST($p1 AS TEXT), CAST($p2 AS TEXT)) AS ports_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ports_2,
    0.0e0 AS sum_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ports_2,
    sum_3,
    LIST_EXTRACT(
      ports_2,
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ports_2,
    CASE
      WHEN NOT c_4 IS NULL
      THEN sum_3 + CASE
        WHEN ORD(c_4) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(c_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(c_4 AS DOUBLE)
      END
      ELSE sum_3
    END AS sum_5,
    c_4
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ports_2,
    sum_5
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ports_2,
    sum_5,
    LIST_EXTRACT(
      ports_2,
      CASE
        WHEN 1.0e0 < 0
        THEN TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT) + 1
      END
    ) AS c_6
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ports_2,
    CASE
      WHEN NOT c_6 IS NULL
      THEN sum_5 + CASE
        WHEN ORD(c_6) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(c_6, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(c_6 AS DOUBLE)
      END
      ELSE sum_5
    END AS sum_7,
    c_6
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ports_2,
    sum_7
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    ports_2,
    sum_7
  FROM r9
)
SELECT
  ports_2,
  sum_7
FROM r10
-- $p1 = '22,80'
-- $p2 = ','
