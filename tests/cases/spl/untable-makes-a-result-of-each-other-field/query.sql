WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(id_2 AS TEXT) AS id_2,
    CAST(count_3 AS TEXT) AS count_3,
    CAST(percent_4 AS TEXT) AS percent_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST(NULL AS TEXT), CAST($p5 AS TEXT))) AS given(_time_1, id_2, count_3, percent_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    id_2,
    count_3,
    percent_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    id_2,
    count_3,
    percent_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    id_2,
    count_3,
    percent_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    id_2,
    count_3,
    percent_4,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_5,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    id_2,
    count_3,
    percent_4,
    position_5
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    id_2,
    count_3,
    percent_4,
    position_5
  FROM r6
  WHERE
    NOT count_3 IS NULL
), r8 AS NOT MATERIALIZED (
  SELECT
    position_5 AS position_6,
    CAST(0 AS BIGINT) AS place_7,
    id_2 AS id_8,
    CAST($p6 AS TEXT) AS calculation_9,
    count_3 AS value_10
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    id_2,
    count_3,
    percent_4,
    position_5
  FROM r6
  WHERE
    NOT percent_4 IS NULL
), r10 AS NOT MATERIALIZED (
  SELECT
    position_5 AS position_11,
    CAST(1 AS BIGINT) AS place_12,
    id_2 AS id_13,
    CAST($p7 AS TEXT) AS calculation_14,
    percent_4 AS value_15
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    CAST(position_6 AS BIGINT) AS position_16,
    CAST(place_7 AS BIGINT) AS place_17,
    CAST(id_8 AS TEXT) AS id_18,
    CAST(calculation_9 AS TEXT) AS calculation_19,
    CAST(value_10 AS TEXT) AS value_20
  FROM r8
  UNION ALL
  SELECT
    CAST(position_11 AS BIGINT) AS position_16,
    CAST(place_12 AS BIGINT) AS place_17,
    CAST(id_13 AS TEXT) AS id_18,
    CAST(calculation_14 AS TEXT) AS calculation_19,
    CAST(value_15 AS TEXT) AS value_20
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    position_16,
    place_17,
    id_18,
    calculation_19,
    value_20,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    position_16,
    place_17,
    id_18,
    calculation_19,
    value_20
  FROM r12
  ORDER BY
    position_16 ASC,
    place_17 ASC,
    row_position
), r14 AS NOT MATERIALIZED (
  SELECT
    id_18,
    calculation_19,
    value_20
  FROM r13
)
SELECT
  id_18,
  calculation_19,
  value_20
FROM r14
-- $p1 = 'a'
-- $p2 = '8'
-- $p3 = '30.5'
-- $p4 = 'b'
-- $p5 = '9.3'
-- $p6 = 'count'
-- $p7 = 'percent'
