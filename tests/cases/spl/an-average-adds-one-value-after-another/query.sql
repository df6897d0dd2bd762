WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    UNNEST(
      CASE
        WHEN LENGTH(LIST_RESIZE([''], CAST(CAST(100 AS BIGINT) AS BIGINT), '')) > 0
        THEN LIST_RESIZE([''], CAST(CAST(100 AS BIGINT) AS BIGINT), '')
        ELSE [NULL]
      END
    ) AS blank_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    3.99e0 AS test_3
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    test_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN COUNT(test_3) = 0
      THEN NULL
      WHEN BOOL_AND(CAST(test_3 = TRUNC(test_3) AS BOOLEAN))
      AND SUM(ABS(test_3)) < 9007199254740992
      THEN SUM(test_3)
      ELSE LIST_REDUCE(
        ARRAY_AGG(test_3 ORDER BY row_position) FILTER(WHERE
          NOT test_3 IS NULL),
        LAMBDA total, each : total + each
      )
    END / COUNT(test_3) AS a_4,
    CASE
      WHEN COUNT(test_3) = 0
      THEN NULL
      WHEN BOOL_AND(CAST(test_3 = TRUNC(test_3) AS BOOLEAN))
      AND SUM(ABS(test_3)) < 9007199254740992
      THEN SUM(test_3)
      ELSE LIST_REDUCE(
        ARRAY_AGG(test_3 ORDER BY row_position) FILTER(WHERE
          NOT test_3 IS NULL),
        LAMBDA total, each : total + each
      )
    END AS s_5
  FROM r5
)
SELECT
  a_4,
  s_5
FROM r6
