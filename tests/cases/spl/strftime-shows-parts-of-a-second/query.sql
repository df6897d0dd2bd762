WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    STRFTIME(
      MAKE_TIMESTAMP(
        CAST(ROUND(
          CASE
            WHEN 1767225600.123e0 BETWEEN -62135596800 AND 253402300799
            THEN 1767225600.123e0
          END * 1e6
        ) AS BIGINT)
      ),
      CAST($p1 AS TEXT)
    ) AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    STRFTIME(
      MAKE_TIMESTAMP(
        CAST(ROUND(
          CASE
            WHEN 1767225600.123e0 BETWEEN -62135596800 AND 253402300799
            THEN 1767225600.123e0
          END * 1e6
        ) AS BIGINT)
      ),
      CAST($p2 AS TEXT)
    ) AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3
  FROM r3
)
SELECT
  a_2,
  b_3
FROM r4
-- $p1 = '%H:%M:%S.%g'
-- $p2 = '%g %f'
