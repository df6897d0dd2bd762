WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_2
  FROM r2
  ORDER BY
    _time_1 DESC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    COALESCE(
      STRFTIME(
        MAKE_TIMESTAMP(
          CAST(ROUND(
            CASE
              WHEN CASE
                WHEN ORD(t_2) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(t_2 AS DOUBLE)
              END BETWEEN -62135596800 AND 253402300799
              THEN CASE
                WHEN ORD(t_2) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(t_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(t_2 AS DOUBLE)
              END
            END * 1e6
          ) AS BIGINT)
        ),
        CAST($p1 AS TEXT)
      ),
      t_2
    ) AS t_3
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_3,
    STRFTIME(
      MAKE_TIMESTAMP(
        CAST(ROUND(CASE WHEN _time_1 BETWEEN -62135596800 AND 253402300799 THEN _time_1 END * 1e6) AS BIGINT)
      ),
      CAST($p2 AS TEXT)
    ) AS day_4
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    t_3,
    day_4,
    ROUND(ANTIVENOM_SPLUNK_TIME_READ(t_3, CAST($p1 AS TEXT), 1772452800.0e0), CAST(6 AS INT)) - _time_1 AS back_5
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    t_3,
    day_4,
    back_5
  FROM r6
)
SELECT
  t_3,
  day_4,
  back_5
FROM r7
-- $p1 = '%Y-%m-%dT%H:%M:%S'
-- $p2 = '%Y-%m-%d'
