WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CASE WHEN NOT 5.0e0 IS NULL THEN FORMAT('{:.1f}', ROUND(5.0e0, 1)) END AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            -1.5e0
        )],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.2f}', ROUND(given0, 2)) END
      ),
      1
    ) AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    CASE WHEN NOT 5.0e0 IS NULL THEN FORMAT('{:.1f}', ROUND(5.0e0, 1)) END || CAST($p1 AS TEXT) AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    CASE
      WHEN CASE
        WHEN NOT a_2 IS NULL
        THEN COALESCE(
          CASE
            WHEN ORD(a_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(a_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(a_2 AS DOUBLE)
          END = CAST(5.0e0 AS DOUBLE),
          FALSE
        )
      END
      THEN CAST($p2 AS TEXT)
      ELSE CAST($p3 AS TEXT)
    END AS d_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    c_4,
    d_5
  FROM r5
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5
FROM r6
-- $p1 = 'x'
-- $p2 = 'same'
-- $p3 = 'other'
