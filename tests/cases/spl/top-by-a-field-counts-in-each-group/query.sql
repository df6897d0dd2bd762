WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(city_2 AS TEXT) AS city_2,
    CAST(user_3 AS TEXT) AS user_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT), CAST($p4 AS TEXT))) AS given(_time_1, city_2, user_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    city_2,
    user_3
  FROM r1
  WHERE
    NOT user_3 IS NULL AND NOT city_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    user_3 AS user_5,
    city_2 AS city_6,
    CAST(COUNT(*) AS DOUBLE) AS count_4
  FROM r2
  GROUP BY
    1,
    2
), r4 AS NOT MATERIALIZED (
  SELECT
    user_5,
    city_6,
    count_4,
    ROW_NUMBER() OVER (ORDER BY user_5, city_6, count_4) AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    user_5,
    city_6,
    count_4,
    SUM(count_4) OVER (PARTITION BY user_5) AS total_7,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    user_5,
    city_6,
    count_4,
    total_7
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    user_5,
    city_6,
    count_4,
    total_7
  FROM r6
  ORDER BY
    CASE
      WHEN ORD(user_5) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(user_5, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(user_5 AS DOUBLE)
    END ASC,
    user_5 ASC,
    count_4 DESC,
    city_6 DESC,
    user_5 NULLS FIRST,
    city_6 NULLS FIRST,
    count_4 NULLS FIRST,
    total_7 NULLS FIRST
), r8 AS NOT MATERIALIZED (
  SELECT
    user_5,
    city_6,
    count_4,
    total_7,
    ROW_NUMBER() OVER () AS row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    user_5,
    city_6,
    count_4,
    total_7,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY user_5 ORDER BY row_position) AS rank_in_group
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    user_5,
    city_6,
    count_4,
    total_7
  FROM r9
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r11 AS NOT MATERIALIZED (
  SELECT
    user_5,
    city_6,
    count_4 AS times_8
  FROM r10
)
SELECT
  user_5,
  city_6,
  times_8
FROM r11
-- $p1 = 'Oslo'
-- $p2 = 'a'
-- $p3 = 'Rome'
-- $p4 = 'b'
-- $p5 = 'Lima'
