WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(host_2 AS TEXT) AS host_2,
    CAST(max_3 AS TEXT) AS max_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p5 AS TEXT))) AS given(_time_1, host_2, max_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    host_2,
    max_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_2,
    max_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    host_2,
    max_3,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_4,
    row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    host_2,
    max_3,
    position_4
  FROM r4
  ORDER BY
    row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    host_2,
    max_3,
    position_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    max_3 AS max_7,
    ARRAY_AGG(host_2 ORDER BY row_position) FILTER(WHERE
      NOT host_2 IS NULL) AS host_5,
    MIN(position_4) AS position_6
  FROM r6
  GROUP BY
    1
), r8 AS NOT MATERIALIZED (
  SELECT
    max_7,
    host_5,
    position_6
  FROM r7
  ORDER BY
    position_6 ASC,
    max_7 NULLS FIRST,
    host_5 NULLS FIRST,
    position_6 NULLS FIRST
), r9 AS NOT MATERIALIZED (
  SELECT
    host_5,
    max_7
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    ARRAY_TO_STRING(host_5, CAST($p6 AS TEXT)) AS host_8,
    max_7
  FROM r9
)
SELECT
  host_8,
  max_7
FROM r10
-- $p1 = 'www1'
-- $p2 = '4'
-- $p3 = 'www2'
-- $p4 = 'db'
-- $p5 = '9'
-- $p6 = ','
