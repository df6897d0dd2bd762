WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(a1_2 AS TEXT) AS a1_2,
    CAST(a2_3 AS TEXT) AS a2_3,
    CAST(b_4 AS TEXT) AS b_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST(NULL AS TEXT), CAST($p3 AS TEXT))) AS given(_time_1, a1_2, a2_3, b_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    a1_2,
    a2_3,
    b_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    a1_2,
    a2_3,
    b_4,
    LIST_SUM(
      [
        COALESCE(
          CASE
            WHEN ORD(a1_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(a1_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(a1_2 AS DOUBLE)
          END,
          0.0e0
        ),
        COALESCE(
          CASE
            WHEN ORD(a2_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(a2_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(a2_3 AS DOUBLE)
          END,
          0.0e0
        )
      ]
    ) AS Total_5
  FROM r2
)
SELECT
  a1_2,
  a2_3,
  b_4,
  Total_5
FROM r3
-- $p1 = '1'
-- $p2 = '2'
-- $p3 = '9'
-- $p4 = '3'
