WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(code_2 AS TEXT) AS code_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT))) AS given(_time_1, code_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    code_2
  FROM r1
  WHERE
    NOT code_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    code_2 AS code_4,
    CAST(COUNT(*) AS DOUBLE) AS count_3
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    code_4,
    count_3
  FROM r3
  ORDER BY
    CASE
      WHEN ORD(code_4) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(code_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(code_4 AS DOUBLE)
    END ASC,
    code_4 ASC
)
SELECT
  code_4,
  count_3
FROM r4
-- $p1 = '404'
-- $p2 = '80'
-- $p3 = 'x'
-- $p4 = '1000'
