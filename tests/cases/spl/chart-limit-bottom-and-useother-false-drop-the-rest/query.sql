WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(host_2 AS TEXT) AS host_2,
    CAST(user_3 AS TEXT) AS user_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT), CAST($p6 AS TEXT))) AS given(_time_1, host_2, user_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3
  FROM r1
  WHERE
    NOT host_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    host_2,
    user_3
  FROM r2
  WHERE
    user_3 = CAST($p6 AS TEXT)
), r4 AS NOT MATERIALIZED (
  SELECT
    host_2 AS host_5,
    CAST(COUNT(CASE WHEN user_3 = CAST($p6 AS TEXT) THEN 1 END) AS DOUBLE) AS count_4
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    host_5,
    count_4,
    ROW_NUMBER() OVER (ORDER BY host_5, count_4) AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    host_5,
    count_4,
    COUNT(
      CASE
        WHEN ORD(host_5) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(host_5, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(host_5 AS DOUBLE)
      END
    ) OVER () AS numbers_6,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    host_5,
    count_4,
    numbers_6
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    host_5,
    count_4,
    numbers_6
  FROM r7
  WHERE
    CASE
      WHEN numbers_6 > CAST(300 AS BIGINT)
      THEN ERROR('not supported: SPL bins that chart would choose')
      ELSE TRUE
    END
), r9 AS NOT MATERIALIZED (
  SELECT
    host_5,
    count_4,
    numbers_6
  FROM r8
  ORDER BY
    CASE
      WHEN ORD(host_5) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(host_5, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(host_5 AS DOUBLE)
    END ASC,
    host_5 ASC,
    host_5 NULLS FIRST,
    count_4 NULLS FIRST,
    numbers_6 NULLS FIRST
), r10 AS NOT MATERIALIZED (
  SELECT
    host_5,
    count_4 AS w_7
  FROM r9
)
SELECT
  host_5,
  w_7
FROM r10
-- $p1 = 'a'
-- $p2 = 'x'
-- $p3 = 'b'
-- $p4 = 'z'
-- $p5 = 'c'
-- $p6 = 'w'
