WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(n_2 AS TEXT) AS n_2,
    CAST(k_3 AS TEXT) AS k_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT), CAST($p5 AS TEXT))) AS given(_time_1, n_2, k_3)
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
    k_3
  FROM r2
  ORDER BY
    CASE
      WHEN ORD(n_2) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(n_2 AS DOUBLE)
    END DESC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3
  FROM r3
  WHERE
    NOT k_3 IS NULL
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY k_3 ORDER BY row_position) AS rank_in_group
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    k_3
  FROM r6
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    n_2,
    k_3
  FROM r7
)
SELECT
  n_2,
  k_3
FROM r8
-- $p1 = '1'
-- $p2 = 'a'
-- $p3 = '10'
-- $p4 = '9'
-- $p5 = 'b'
-- $p6 = '2'
