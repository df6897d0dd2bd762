WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CASE WHEN NOT 0.804991e0 IS NULL THEN FORMAT('{:.4f}', ROUND(0.804991e0, 4)) END AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    CASE WHEN NOT 5.0e0 IS NULL THEN FORMAT('{:.2f}', ROUND(5.0e0, 2)) END AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    CASE WHEN NOT 2.555e0 IS NULL THEN FORMAT('{:.2f}', ROUND(2.555e0, 2)) END AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    ROUND(3.5e0, CAST(0 AS INT)) AS d_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    d_5,
    CASE
      WHEN CASE
        WHEN NOT b_3 IS NULL
        THEN COALESCE(
          CASE
            WHEN ORD(b_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(b_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(b_3 AS DOUBLE)
          END = CAST(5.0e0 AS DOUBLE),
          FALSE
        )
      END
      THEN CAST($p1 AS TEXT)
      ELSE CAST($p2 AS TEXT)
    END AS f_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    c_4,
    d_5,
    f_6
  FROM r6
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  f_6
FROM r7
-- $p1 = 'same'
-- $p2 = 'other'
