WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(shift_2 AS TEXT) AS shift_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT))) AS given(_time_1, shift_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shift_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shift_2,
    COUNT(CASE WHEN NOT shift_2 IS NULL THEN 1.0e0 ELSE CAST(NULL AS DOUBLE) END) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS seen_3,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shift_2,
    seen_3
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shift_2,
    seen_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shift_2,
    seen_3,
    COUNT(CASE WHEN NOT shift_2 IS NULL THEN 1.0e0 ELSE CAST(NULL AS DOUBLE) END) OVER (
      PARTITION BY shift_2
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS seen_alike_4,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shift_2,
    seen_3,
    seen_alike_4
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shift_2,
    seen_3 - seen_alike_4 AS run_5
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shift_2,
    run_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shift_2,
    run_5,
    COUNT(*) OVER (
      PARTITION BY shift_2, run_5
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS count_6,
    row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shift_2,
    run_5,
    count_6
  FROM r10
  ORDER BY
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    shift_2,
    CASE
      WHEN NOT shift_2 IS NULL
      THEN TRY_CAST(count_6 AS DOUBLE)
      ELSE CAST(NULL AS DOUBLE)
    END AS count_7
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    shift_2,
    count_7
  FROM r12
)
SELECT
  shift_2,
  count_7
FROM r13
-- $p1 = 'DAY'
-- $p2 = 'NIGHT'
