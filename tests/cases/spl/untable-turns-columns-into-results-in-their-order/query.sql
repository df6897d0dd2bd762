WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(id_2 AS TEXT) AS id_2,
    CAST(b_3 AS TEXT) AS b_3,
    CAST(a_4 AS TEXT) AS a_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(NULL AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST($p5 AS TEXT))) AS given(_time_1, id_2, b_3, a_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    id_2,
    b_3,
    a_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    id_2,
    b_3,
    a_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    id_2,
    b_3,
    a_4,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_5,
    row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    id_2,
    b_3,
    a_4,
    position_5
  FROM r4
  ORDER BY
    row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    id_2,
    b_3,
    a_4,
    position_5
  FROM r5
  WHERE
    NOT b_3 IS NULL
), r7 AS NOT MATERIALIZED (
  SELECT
    position_5 AS position_6,
    CAST(0 AS BIGINT) AS place_7,
    id_2 AS id_8,
    CAST($p6 AS TEXT) AS name_9,
    b_3 AS value_10
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    id_2,
    b_3,
    a_4,
    position_5
  FROM r5
  WHERE
    NOT a_4 IS NULL
), r9 AS NOT MATERIALIZED (
  SELECT
    position_5 AS position_11,
    CAST(1 AS BIGINT) AS place_12,
    id_2 AS id_13,
    CAST($p7 AS TEXT) AS name_14,
    a_4 AS value_15
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    CAST(position_6 AS BIGINT) AS position_16,
    CAST(place_7 AS BIGINT) AS place_17,
    CAST(id_8 AS TEXT) AS id_18,
    CAST(name_9 AS TEXT) AS name_19,
    CAST(value_10 AS TEXT) AS value_20
  FROM r7
  UNION ALL
  SELECT
    CAST(position_11 AS BIGINT) AS position_16,
    CAST(place_12 AS BIGINT) AS place_17,
    CAST(id_13 AS TEXT) AS id_18,
    CAST(name_14 AS TEXT) AS name_19,
    CAST(value_15 AS TEXT) AS value_20
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    position_16,
    place_17,
    id_18,
    name_19,
    value_20,
    ROW_NUMBER() OVER () AS row_position
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    position_16,
    place_17,
    id_18,
    name_19,
    value_20
  FROM r11
  ORDER BY
    position_16 ASC,
    place_17 ASC,
    row_position
), r13 AS NOT MATERIALIZED (
  SELECT
    id_18,
    name_19,
    value_20
  FROM r12
)
SELECT
  id_18,
  name_19,
  value_20
FROM r13
-- $p1 = '1'
-- $p2 = 'x'
-- $p3 = '2'
-- $p4 = 'y'
-- $p5 = 'z'
-- $p6 = 'b'
-- $p7 = 'a'
