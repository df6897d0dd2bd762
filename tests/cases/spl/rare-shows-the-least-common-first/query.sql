WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(city_2 AS TEXT) AS city_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT))) AS given(_time_1, city_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    city_2
  FROM r1
  WHERE
    NOT city_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    city_2 AS city_4,
    CAST(COUNT(*) AS DOUBLE) AS count_3
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    city_4,
    count_3,
    ROW_NUMBER() OVER (ORDER BY city_4, count_3) AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    city_4,
    count_3,
    SUM(count_3) OVER () AS total_5,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    city_4,
    count_3,
    total_5
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    city_4,
    count_3,
    total_5
  FROM r6
  ORDER BY
    count_3 ASC,
    city_4 ASC,
    city_4 NULLS FIRST,
    count_3 NULLS FIRST,
    total_5 NULLS FIRST
), r8 AS NOT MATERIALIZED (
  SELECT
    city_4,
    count_3,
    total_5
  FROM r7
  LIMIT 2
), r9 AS NOT MATERIALIZED (
  SELECT
    city_4,
    count_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            count_3 * 100.0e0
        ) / NULLIF(total_5, 0)],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.6f}', ROUND(given0, 6)) END
      ),
      1
    ) AS share_6
  FROM r8
)
SELECT
  city_4,
  count_3,
  share_6
FROM r9
-- $p1 = 'Oslo'
-- $p2 = 'Rome'
-- $p3 = 'Bern'
