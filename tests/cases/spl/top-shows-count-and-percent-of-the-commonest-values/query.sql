WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(city_2 AS TEXT) AS city_2,
    CAST(user_3 AS TEXT) AS user_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT), CAST($p4 AS TEXT))) AS given(_time_1, city_2, user_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    city_2,
    user_3
  FROM r1
  WHERE
    NOT city_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    city_2 AS city_5,
    CAST(COUNT(*) AS DOUBLE) AS count_4
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    city_5,
    count_4,
    ROW_NUMBER() OVER (ORDER BY city_5, count_4) AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    city_5,
    count_4,
    SUM(count_4) OVER () AS total_6,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    city_5,
    count_4,
    total_6
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    city_5,
    count_4,
    total_6
  FROM r6
  ORDER BY
    count_4 DESC,
    city_5 DESC,
    city_5 NULLS FIRST,
    count_4 NULLS FIRST,
    total_6 NULLS FIRST
), r8 AS NOT MATERIALIZED (
  SELECT
    city_5,
    count_4,
    total_6
  FROM r7
  LIMIT 3
), r9 AS NOT MATERIALIZED (
  SELECT
    city_5,
    count_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            count_4 * 100.0e0
        ) / NULLIF(total_6, 0)],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.6f}', ROUND(given0, 6)) END
      ),
      1
    ) AS percent_7
  FROM r8
)
SELECT
  city_5,
  count_4,
  percent_7
FROM r9
-- $p1 = 'Oslo'
-- $p2 = 'a'
-- $p3 = 'Rome'
-- $p4 = 'b'
-- $p5 = 'Bern'
-- $p6 = 'Lima'
