WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(1 AS BIGINT) AS x_2,
    CAST($p1 AS TEXT) AS y_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST(print_4 AS BOOLEAN) AS print_4
  FROM (VALUES
    (TRUE)) AS given(print_4)
), r4 AS NOT MATERIALIZED (
  SELECT
    CAST(2 AS INT) AS x_5,
    CAST($p2 AS TEXT) AS y_6
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    CAST(print_7 AS BOOLEAN) AS print_7
  FROM (VALUES
    (TRUE)) AS given(print_7)
), r6 AS NOT MATERIALIZED (
  SELECT
    CAST(3 AS BIGINT) AS x_long_8
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    CAST($p3 AS TEXT) AS From_9,
    CAST(x_2 AS BIGINT) AS x_long1_10,
    CAST(NULL AS INT) AS x_int_11,
    CAST(y_3 AS TEXT) AS y_12,
    CAST(NULL AS BIGINT) AS x_long_13
  FROM r2
  UNION ALL
  SELECT
    CAST($p4 AS TEXT) AS From_9,
    CAST(NULL AS BIGINT) AS x_long1_10,
    CAST(x_5 AS INT) AS x_int_11,
    CAST(y_6 AS TEXT) AS y_12,
    CAST(NULL AS BIGINT) AS x_long_13
  FROM r4
  UNION ALL
  SELECT
    CAST($p5 AS TEXT) AS From_9,
    CAST(NULL AS BIGINT) AS x_long1_10,
    CAST(NULL AS INT) AS x_int_11,
    CAST($p6 AS TEXT) AS y_12,
    CAST(x_long_8 AS BIGINT) AS x_long_13
  FROM r6
)
SELECT
  From_9,
  x_long1_10,
  x_int_11,
  y_12,
  x_long_13
FROM r7
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'First'
-- $p4 = 'Second'
-- $p5 = 'Third'
-- $p6 = ''
