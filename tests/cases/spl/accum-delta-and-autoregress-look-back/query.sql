WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(n_2 AS TEXT) AS n_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT))) AS given(_time_1, n_2)
), r2 AS MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS MATERIALIZED (
  SELECT
    ARRAY_AGG(row_position ORDER BY row_position) AS row_place,
    ANTIVENOM_SPLUNK_TREND(
      CAST($p6 AS TEXT),
      ARRAY_AGG(
        CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END ORDER BY row_position
      )
    ) AS total_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(total_3) AS total_3
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    placed._time_1,
    placed.n_2,
    walked.total_3
  FROM r2 AS placed
  JOIN r4 AS walked
    ON placed.row_position = walked.row_place
  ORDER BY
    placed.row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    CASE
      WHEN NOT CASE
        WHEN ORD(n_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_2 AS DOUBLE)
      END IS NULL
      THEN total_3
      ELSE CAST(NULL AS DOUBLE)
    END AS total_4
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    LAG(
      CASE
        WHEN ORD(n_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_2 AS DOUBLE)
      END,
      CAST(1 AS BIGINT)
    ) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before_5,
    row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    before_5
  FROM r8
  ORDER BY
    row_position
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    CASE
      WHEN ORD(n_2) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(n_2 AS DOUBLE)
    END - before_5 AS c_6
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    LAG(
      CASE
        WHEN ORD(n_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(n_2 AS DOUBLE)
      END,
      CAST(2 AS BIGINT)
    ) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before_7,
    row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    before_7
  FROM r12
  ORDER BY
    row_position
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    CASE
      WHEN ORD(n_2) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(n_2 AS DOUBLE)
    END - before_7 AS two_8
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    two_8,
    ROW_NUMBER() OVER () AS row_position
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    two_8,
    LAG(n_2, CAST(1 AS BIGINT)) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS n_p1_9,
    LAG(n_2, CAST(2 AS BIGINT)) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS n_p2_10,
    row_position
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    two_8,
    n_p1_9,
    n_p2_10
  FROM r16
  ORDER BY
    row_position
), r18 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    two_8,
    n_p1_9,
    n_p2_10
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    two_8,
    n_p1_9,
    n_p2_10,
    ROW_NUMBER() OVER () AS row_position
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    two_8,
    n_p1_9,
    n_p2_10,
    LAG(n_2, CAST(1 AS BIGINT)) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS last_11,
    row_position
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    two_8,
    n_p1_9,
    n_p2_10,
    last_11
  FROM r20
  ORDER BY
    row_position
), r22 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    total_4,
    c_6,
    two_8,
    n_p1_9,
    n_p2_10,
    last_11
  FROM r21
), r23 AS NOT MATERIALIZED (
  SELECT
    n_2,
    total_4,
    c_6,
    two_8,
    n_p1_9,
    n_p2_10,
    last_11
  FROM r22
)
SELECT
  n_2,
  total_4,
  c_6,
  two_8,
  n_p1_9,
  n_p2_10,
  last_11
FROM r23
-- $p1 = '1'
-- $p2 = '2'
-- $p3 = 'x'
-- $p4 = '4'
-- $p5 = '8'
-- $p6 = '{"kind": "sum", "period": 0}'
