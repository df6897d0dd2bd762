WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(port_2 AS TEXT) AS port_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT))) AS given(_time_1, port_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    port_2
  FROM r1
  WHERE
    NOT port_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    port_2 AS port_4,
    CAST(COUNT(*) AS DOUBLE) AS count_3
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    port_4,
    count_3,
    ROW_NUMBER() OVER (ORDER BY port_4, count_3) AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    port_4,
    count_3,
    COUNT(
      CASE
        WHEN ORD(port_4) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(port_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(port_4 AS DOUBLE)
      END
    ) OVER () AS numbers_5,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    port_4,
    count_3,
    numbers_5
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    port_4,
    count_3,
    numbers_5
  FROM r6
  WHERE
    CASE
      WHEN numbers_5 > CAST(300 AS BIGINT)
      THEN ERROR('not supported: SPL bins that chart would choose')
      ELSE TRUE
    END
), r8 AS NOT MATERIALIZED (
  SELECT
    port_4,
    count_3,
    numbers_5
  FROM r7
  ORDER BY
    CASE
      WHEN ORD(port_4) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(port_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(port_4 AS DOUBLE)
    END ASC,
    port_4 ASC,
    port_4 NULLS FIRST,
    count_3 NULLS FIRST,
    numbers_5 NULLS FIRST
), r9 AS NOT MATERIALIZED (
  SELECT
    port_4,
    count_3
  FROM r8
)
SELECT
  port_4,
  count_3
FROM r9
-- $p1 = '443'
-- $p2 = '80'
-- $p3 = '9000'
