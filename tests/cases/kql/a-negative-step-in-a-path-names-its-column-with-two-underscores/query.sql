WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS d_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    NULLIF(CAST(d_2 -> CAST($p2 AS TEXT) AS TEXT), 'null') AS d_b__1_3,
    NULLIF(CAST(d_2 -> CAST($p3 AS TEXT) AS TEXT), 'null') AS d_b_0_4,
    COALESCE(NULLIF(CAST(d_2 -> CAST($p4 AS TEXT) AS TEXT), 'null') ->> '$', '') AS parsed_5
  FROM r2
)
SELECT
  d_b__1_3,
  d_b_0_4,
  parsed_5
FROM r3
-- $p1 = '{"b":[1,2],"c d":3}'
-- $p2 = '$."b"[#-1]'
-- $p3 = '$."b"[0]'
-- $p4 = '$."c d"'
