WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS test_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    test_2,
    CAST(NULL AS TEXT) AS empty_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    test_2,
    empty_3
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    test_2,
    empty_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    test_2,
    empty_3,
    COUNT(test_2) OVER () AS values_4,
    COUNT(empty_3) OVER () AS values_5,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    test_2,
    empty_3,
    values_4,
    values_5
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    COALESCE(
      test_2,
      CASE
        WHEN values_4 > CAST(0 AS BIGINT)
        THEN CAST($p2 AS TEXT)
        ELSE CAST(NULL AS TEXT)
      END
    ) AS test_6,
    COALESCE(
      empty_3,
      CASE
        WHEN values_5 > CAST(0 AS BIGINT)
        THEN CAST($p2 AS TEXT)
        ELSE CAST(NULL AS TEXT)
      END
    ) AS empty_7
  FROM r7
)
SELECT
  test_6,
  empty_7
FROM r8
-- $p1 = '123'
-- $p2 = 'NULL'
