WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(host_2 AS TEXT) AS host_2,
    CAST(n_3 AS TEXT) AS n_3,
    CAST(none_4 AS TEXT) AS none_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(NULL AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST(NULL AS TEXT))) AS given(_time_1, host_2, n_3, none_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    host_2,
    n_3,
    none_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_2,
    n_3,
    none_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    ARRAY_AGG(n_3 ORDER BY row_position) AS n_5,
    ARRAY_AGG(none_4 ORDER BY row_position) AS none_6
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    CAST(0 AS BIGINT) AS place_7,
    CAST($p5 AS TEXT) AS column_8,
    CAST(LIST_EXTRACT(
      n_5,
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS TEXT) AS a_9,
    CAST(LIST_EXTRACT(
      n_5,
      CASE
        WHEN 1.0e0 < 0
        THEN TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT) + 1
      END
    ) AS TEXT) AS b_10
  FROM r4
  UNION ALL
  SELECT
    CAST(1 AS BIGINT) AS place_7,
    CAST($p6 AS TEXT) AS column_8,
    CAST(LIST_EXTRACT(
      none_6,
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS TEXT) AS a_9,
    CAST(LIST_EXTRACT(
      none_6,
      CASE
        WHEN 1.0e0 < 0
        THEN TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT) + 1
      END
    ) AS TEXT) AS b_10
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    place_7,
    column_8,
    a_9,
    b_10,
    ROW_NUMBER() OVER () AS row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    place_7,
    column_8,
    a_9,
    b_10
  FROM r6
  ORDER BY
    place_7 ASC,
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    place_7,
    column_8,
    a_9,
    b_10
  FROM r7
  WHERE
    a_9 <> CAST($p7 AS TEXT) OR b_10 <> CAST($p7 AS TEXT)
), r9 AS NOT MATERIALIZED (
  SELECT
    column_8,
    a_9,
    b_10
  FROM r8
)
SELECT
  column_8,
  a_9,
  b_10
FROM r9
-- $p1 = 'a'
-- $p2 = '1'
-- $p3 = 'b'
-- $p4 = '2'
-- $p5 = 'n'
-- $p6 = 'none'
-- $p7 = ''
