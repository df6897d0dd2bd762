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
    host_2 AS host_6,
    CAST(COUNT(CASE WHEN user_3 = CAST($p2 AS TEXT) THEN 1 END) AS DOUBLE) AS count_4,
    CAST(COUNT(CASE WHEN (
      NOT user_3 IS NULL AND user_3 <> CAST($p2 AS TEXT)
    ) THEN 1 END) AS DOUBLE) AS count_5
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    host_6,
    count_4,
    count_5,
    ROW_NUMBER() OVER (ORDER BY host_6, count_4, count_5) AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    host_6,
    count_4,
    count_5,
    COUNT(
      CASE
        WHEN ORD(host_6) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(host_6, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(host_6 AS DOUBLE)
      END
    ) OVER () AS numbers_7,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    host_6,
    count_4,
    count_5,
    numbers_7
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    host_6,
    count_4,
    count_5,
    numbers_7
  FROM r6
  WHERE
    CASE
      WHEN numbers_7 > CAST(300 AS BIGINT)
      THEN ERROR('not supported: SPL bins that chart would choose')
      ELSE TRUE
    END
), r8 AS NOT MATERIALIZED (
  SELECT
    host_6,
    count_4,
    count_5,
    numbers_7
  FROM r7
  ORDER BY
    CASE
      WHEN ORD(host_6) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(host_6, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(host_6 AS DOUBLE)
    END ASC,
    host_6 ASC,
    host_6 NULLS FIRST,
    count_4 NULLS FIRST,
    count_5 NULLS FIRST,
    numbers_7 NULLS FIRST
), r9 AS NOT MATERIALIZED (
  SELECT
    host_6,
    count_4 AS x_8,
    count_5 AS OTHER_9
  FROM r8
)
SELECT
  host_6,
  x_8,
  OTHER_9
FROM r9
-- $p1 = 'a'
-- $p2 = 'x'
-- $p3 = 'b'
-- $p4 = 'z'
-- $p5 = 'c'
-- $p6 = 'w'
