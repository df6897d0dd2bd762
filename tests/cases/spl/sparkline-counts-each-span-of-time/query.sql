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
    _time_1 >= 0.0e0 AND _time_1 < 18000.0e0
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
    _time_1,
    user_2,
    n_3
  FROM r4
  WHERE
    NOT user_2 IS NULL
), r6 AS NOT MATERIALIZED (
  SELECT
    user_2 AS user_10,
    CAST(COUNT(CASE WHEN (
      _time_1 >= 0.0e0 AND _time_1 < 3600.0e0
    ) THEN 1 END) AS DOUBLE) AS trend_4,
    CAST(COUNT(CASE WHEN (
      _time_1 >= 3600.0e0 AND _time_1 < 7200.0e0
    ) THEN 1 END) AS DOUBLE) AS trend_5,
    CAST(COUNT(CASE WHEN (
      _time_1 >= 7200.0e0 AND _time_1 < 10800.0e0
    ) THEN 1 END) AS DOUBLE) AS trend_6,
    CAST(COUNT(CASE WHEN (
      _time_1 >= 10800.0e0 AND _time_1 < 14400.0e0
    ) THEN 1 END) AS DOUBLE) AS trend_7,
    CAST(COUNT(CASE WHEN _time_1 >= 14400.0e0 THEN 1 END) AS DOUBLE) AS trend_8,
    CAST(COUNT(*) AS DOUBLE) AS count_9
  FROM r5
  GROUP BY
    1
), r7 AS NOT MATERIALIZED (
  SELECT
    user_10,
    trend_4,
    trend_5,
    trend_6,
    trend_7,
    trend_8,
    count_9
  FROM r6
  ORDER BY
    CASE
      WHEN ORD(user_10) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(user_10, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(user_10 AS DOUBLE)
    END ASC,
    user_10 ASC
), r8 AS NOT MATERIALIZED (
  SELECT
    user_10,
    LIST_CONCAT(
      LIST_CONCAT(
        LIST_CONCAT(
          LIST_CONCAT(
            LIST_CONCAT(
              CASE WHEN NOT CAST($p1 AS TEXT) IS NULL THEN [CAST($p1 AS TEXT)] END,
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
          ),
          LIST_EXTRACT(
            LIST_TRANSFORM(
              [
                CASE
                  WHEN trend_6 = TRUNC(trend_6) AND ABS(trend_6) < 9e18
                  THEN CAST(TRY_CAST(trend_6 AS BIGINT) AS TEXT)
                  ELSE CAST(trend_6 AS TEXT)
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
                WHEN trend_7 = TRUNC(trend_7) AND ABS(trend_7) < 9e18
                THEN CAST(TRY_CAST(trend_7 AS BIGINT) AS TEXT)
                ELSE CAST(trend_7 AS TEXT)
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
              WHEN trend_8 = TRUNC(trend_8) AND ABS(trend_8) < 9e18
              THEN CAST(TRY_CAST(trend_8 AS BIGINT) AS TEXT)
              ELSE CAST(trend_8 AS TEXT)
            END
          ],
          LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
        ),
        1
      )
    ) AS trend_11,
    count_9
  FROM r7
)
SELECT
  user_10,
  trend_11,
  count_9
FROM r8
-- $p1 = '##__SPARKLINE__##'
