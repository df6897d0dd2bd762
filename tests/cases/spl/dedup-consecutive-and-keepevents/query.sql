WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(n_2 AS TEXT) AS n_2,
    CAST(k_3 AS TEXT) AS k_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p7 AS TEXT), CAST(NULL AS TEXT))) AS given(_time_1, n_2, k_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS seen_4,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    seen_4
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    seen_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    seen_4,
    COUNT(*) OVER (
      PARTITION BY k_3
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS seen_alike_5,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    seen_4,
    seen_alike_5
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    seen_4 - seen_alike_5 AS c_6
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    c_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    c_6,
    COUNT(*) OVER (
      PARTITION BY k_3, c_6
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS place_7,
    row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    c_6,
    place_7
  FROM r10
  ORDER BY
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    c_6,
    place_7
  FROM r11
  WHERE
    place_7 <= CAST(1 AS BIGINT) OR NOT (
      NOT k_3 IS NULL
    )
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    COUNT(*) OVER (
      PARTITION BY k_3
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS place_8,
    row_position
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    place_8
  FROM r15
  ORDER BY
    row_position
), r17 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    CASE
      WHEN place_8 <= CAST(1 AS BIGINT) OR NOT (
        NOT k_3 IS NULL
      )
      THEN k_3
      ELSE CAST(NULL AS TEXT)
    END AS k_9
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    n_2,
    k_9
  FROM r17
)
SELECT
  n_2,
  k_9
FROM r18
-- $p1 = '1'
-- $p2 = 'a'
-- $p3 = '2'
-- $p4 = '3'
-- $p5 = 'b'
-- $p6 = '4'
-- $p7 = '5'
