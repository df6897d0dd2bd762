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
        WHEN LENGTH(LIST_RESIZE([''], CAST(CAST(3 AS BIGINT) AS BIGINT), '')) > 0
        THEN LIST_RESIZE([''], CAST(CAST(3 AS BIGINT) AS BIGINT), '')
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
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS count_3,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    count_3
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    TRY_CAST(count_3 AS DOUBLE) AS count_4
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    count_4,
    count_4 / NULLIF(2.0e0, 0) AS half_5
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    count_4,
    half_5
  FROM r8
)
SELECT
  count_4,
  half_5
FROM r9
