WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(host_2 AS TEXT) AS host_2,
    CAST(n_3 AS TEXT) AS n_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT))) AS given(_time_1, host_2, n_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    host_2,
    n_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_2,
    n_3
  FROM r2
  LIMIT 5
), r4 AS NOT MATERIALIZED (
  SELECT
    host_2,
    n_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    ARRAY_AGG(host_2 ORDER BY row_position) AS host_4,
    ARRAY_AGG(n_3 ORDER BY row_position) AS n_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    CAST(0 AS BIGINT) AS place_6,
    CAST($p5 AS TEXT) AS field_7,
    CAST(LIST_EXTRACT(
      host_4,
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS TEXT) AS c_8,
    CAST(LIST_EXTRACT(
      host_4,
      CASE
        WHEN 1.0e0 < 0
        THEN TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT) + 1
      END
    ) AS TEXT) AS c_9
  FROM r5
  UNION ALL
  SELECT
    CAST(1 AS BIGINT) AS place_6,
    CAST($p6 AS TEXT) AS field_7,
    CAST(LIST_EXTRACT(
      n_5,
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS TEXT) AS c_8,
    CAST(LIST_EXTRACT(
      n_5,
      CASE
        WHEN 1.0e0 < 0
        THEN TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT) + 1
      END
    ) AS TEXT) AS c_9
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    place_6,
    field_7,
    c_8,
    c_9,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    place_6,
    field_7,
    c_8,
    c_9
  FROM r7
  ORDER BY
    place_6 ASC,
    row_position
), r9 AS NOT MATERIALIZED (
  SELECT
    field_7,
    c_8,
    c_9
  FROM r8
)
SELECT
  field_7,
  c_8,
  c_9
FROM r9
-- $p1 = 'a'
-- $p2 = '1'
-- $p3 = 'b'
-- $p4 = '2'
-- $p5 = 'host'
-- $p6 = 'n'
