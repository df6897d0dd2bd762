WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(y_1 AS TEXT) AS y_1,
    CAST(x_2 AS BIGINT) AS x_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT))) AS given(y_1, x_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(y_3 AS TEXT) AS y_3,
    CAST(x_4 AS TEXT) AS x_4,
    CAST(z_5 AS BOOLEAN) AS z_5
  FROM (VALUES
    (CAST($p2 AS TEXT), CAST($p3 AS TEXT), TRUE)) AS given(y_3, x_4, z_5)
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST(y_1 AS TEXT) AS y_6,
    CAST(x_2 AS BIGINT) AS x_long_7,
    CAST($p4 AS TEXT) AS x_string_8,
    CAST(NULL AS BOOLEAN) AS z_9
  FROM r1
  UNION ALL
  SELECT
    CAST(y_3 AS TEXT) AS y_6,
    CAST(NULL AS BIGINT) AS x_long_7,
    CAST(x_4 AS TEXT) AS x_string_8,
    CAST(z_5 AS BOOLEAN) AS z_9
  FROM r2
)
SELECT
  y_6,
  x_long_7,
  x_string_8,
  z_9
FROM r3
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'q'
-- $p4 = ''
