WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM r1
  WHERE
    _time_1 >= 0.0e0 AND _time_1 < 7200.0e0 AND LOWER(n_3) = CAST($p1 AS TEXT)
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    CAST(COUNT(CASE WHEN (
      _time_1 >= 0.0e0 AND _time_1 < 3600.0e0
    ) THEN 1 END) AS DOUBLE) AS trend_4,
    CAST(COUNT(CASE WHEN _time_1 >= 3600.0e0 THEN 1 END) AS DOUBLE) AS trend_5,
    CAST(COUNT(*) AS DOUBLE) AS count_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    LIST_CONCAT(
      LIST_CONCAT(
        CASE WHEN NOT CAST($p2 AS TEXT) IS NULL THEN [CAST($p2 AS TEXT)] END,
        LIST_EXTRACT(
          LIST_TRANSFORM(
            [
              CASE
                WHEN trend_4 = TRUNC(trend_4) AND ABS(trend_4) < 9e18
                THEN CAST(TRY_CAST(trend_4 AS BIGINT) AS TEXT)
                ELSE CAST(trend_4 AS TEXT)
              END
            ],
            LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
          ),
          1
        )
      ),
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            CASE
              WHEN trend_5 = TRUNC(trend_5) AND ABS(trend_5) < 9e18
              THEN CAST(TRY_CAST(trend_5 AS BIGINT) AS TEXT)
              ELSE CAST(trend_5 AS TEXT)
            END
          ],
          LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
        ),
        1
      )
    ) AS trend_7,
    count_6
  FROM r5
)
SELECT
  trend_7,
  count_6
FROM r6
-- $p1 = '99'
-- $p2 = '##__SPARKLINE__##'
