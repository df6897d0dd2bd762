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
        WHEN LENGTH(LIST_RESIZE([''], CAST(CAST(4 AS BIGINT) AS BIGINT), '')) > 0
        THEN LIST_RESIZE([''], CAST(CAST(4 AS BIGINT) AS BIGINT), '')
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
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS n_3,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_3
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    TRY_CAST(n_3 AS DOUBLE) AS n_4
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_4,
    CASE WHEN COALESCE(n_4 < 3.0e0, FALSE) THEN CAST(NULL AS DOUBLE) ELSE 1.0e0 END AS c_5
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_4,
    c_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_4,
    c_5,
    COUNT(c_5) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS failures_6,
    row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_4,
    c_5,
    failures_6
  FROM r10
  ORDER BY
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_4,
    c_5,
    failures_6
  FROM r11
  WHERE
    failures_6 = CAST(0 AS BIGINT)
    OR (
      failures_6 = CAST(1 AS BIGINT) AND NOT c_5 IS NULL
    )
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_4
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    n_4
  FROM r13
)
SELECT
  n_4
FROM r14
