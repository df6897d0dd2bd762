WITH r1 AS NOT MATERIALIZED (
  SELECT
    index_1,
    _time_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    index_1,
    _time_2
  FROM r1
  WHERE
    LOWER(index_1) = CAST($p1 AS TEXT)
    AND _time_2 >= (
      FLOOR((
        1772452800.0e0 + (
          -86400
        )
      ) / 86400) * 86400
    )
    AND _time_2 < 1772452800.0e0
), r3 AS NOT MATERIALIZED (
  SELECT
    index_1,
    _time_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    index_1,
    _time_2
  FROM r3
  ORDER BY
    _time_2 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    index_1,
    _time_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [FLOOR((
            1772452800.0e0 + (
              -86400
            )
        ) / 86400) * 86400],
        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN FORMAT('{:.3f}', ROUND(given0, 3)) END
      ),
      1
    ) AS info_min_time_3,
    CASE
      WHEN NOT 1772452800.0e0 IS NULL
      THEN FORMAT('{:.3f}', ROUND(1772452800.0e0, 3))
    END AS info_max_time_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [FLOOR(1772452800.0e0)],
        LAMBDA given0 : CASE
          WHEN given0 = TRUNC(given0) AND ABS(given0) < 9e18
          THEN CAST(TRY_CAST(given0 AS BIGINT) AS TEXT)
          ELSE CAST(given0 AS TEXT)
        END
      ),
      1
    ) || CAST($p3 AS TEXT) AS info_sid_5,
    CASE
      WHEN NOT 1772452800.0e0 IS NULL
      THEN FORMAT('{:.3f}', ROUND(1772452800.0e0, 3))
    END AS info_search_time_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    info_min_time_3,
    info_max_time_4,
    info_sid_5,
    info_search_time_6
  FROM r5
)
SELECT
  info_min_time_3,
  info_max_time_4,
  info_sid_5,
  info_search_time_6
FROM r6
-- $p1 = 'main'
-- $p3 = '.1'
