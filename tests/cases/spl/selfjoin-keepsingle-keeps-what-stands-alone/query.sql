WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(id_2 AS TEXT) AS id_2,
    CAST(boss_3 AS TEXT) AS boss_3,
    CAST(x_4 AS TEXT) AS x_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p2 AS TEXT), CAST(NULL AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT), CAST($p6 AS TEXT), CAST($p7 AS TEXT))) AS given(_time_1, id_2, boss_3, x_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4
  FROM r1
  WHERE
    NOT boss_3 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_5,
    row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    position_5
  FROM r4
  ORDER BY
    row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    position_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    position_5,
    COUNT(*) OVER (
      PARTITION BY boss_3
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS place_6,
    row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    position_5,
    place_6
  FROM r7
  ORDER BY
    row_position
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    position_5,
    place_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    position_5,
    place_6,
    COUNT(*) OVER (PARTITION BY boss_3) AS count_7,
    row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    position_5,
    place_6,
    count_7
  FROM r10
  ORDER BY
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    position_5,
    place_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r8
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    position_5,
    place_6,
    COUNT(*) OVER (PARTITION BY boss_3) AS count_7,
    row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    boss_3,
    x_4,
    position_5,
    place_6,
    count_7
  FROM r13
  ORDER BY
    row_position
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_8,
    id_2 AS id_9,
    boss_3 AS boss_10,
    x_4 AS x_11,
    place_6 AS c_12,
    count_7 AS c_13,
    position_5 AS c_14
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    COALESCE(_time_1, _time_8) AS _time_15,
    COALESCE(id_2, id_9) AS id_16,
    COALESCE(boss_3, boss_10) AS boss_17,
    COALESCE(x_4, x_11) AS x_18,
    c_12 AS c_19,
    count_7 AS c_20,
    position_5 AS position_21
  FROM r11
  LEFT OUTER JOIN r15
    ON boss_3 IS NOT DISTINCT FROM boss_10
    AND place_6 + CAST(1 AS BIGINT) IS NOT DISTINCT FROM c_12
), r17 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    id_16,
    boss_17,
    x_18,
    c_19,
    c_20,
    position_21
  FROM r16
  ORDER BY
    position_21 ASC,
    _time_15 NULLS FIRST,
    id_16 NULLS FIRST,
    boss_17 NULLS FIRST,
    x_18 NULLS FIRST,
    c_19 NULLS FIRST,
    c_20 NULLS FIRST,
    position_21 NULLS FIRST
), r18 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    id_16,
    boss_17,
    x_18,
    c_19,
    c_20
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    id_16,
    boss_17,
    x_18,
    c_19,
    c_20
  FROM r18
  WHERE
    NOT c_19 IS NULL OR c_20 = CAST(1 AS BIGINT)
), r20 AS NOT MATERIALIZED (
  SELECT
    _time_15,
    id_16,
    boss_17,
    x_18
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    id_16,
    boss_17,
    x_18
  FROM r20
)
SELECT
  id_16,
  boss_17,
  x_18
FROM r21
-- $p1 = '1'
-- $p2 = 'a'
-- $p3 = 'p'
-- $p4 = '2'
-- $p5 = '3'
-- $p6 = 'b'
-- $p7 = 'q'
