WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS a_2,
    CAST($p2 AS TEXT) AS b_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    ANTIVENOM_SERIES_PAIRED(a_2, a_2, CAST($p3 AS TEXT)) AS Sum_4,
    ANTIVENOM_SERIES_PAIRED(a_2, b_3, CAST($p3 AS TEXT)) AS Mixed_5,
    ANTIVENOM_SERIES_PAIRED(a_2, COALESCE(CAST(CAST(2 AS BIGINT) AS TEXT), 'null'), CAST($p4 AS TEXT)) AS Twice_6,
    ANTIVENOM_SERIES_PAIRED(a_2, COALESCE(CAST(CAST(4 AS BIGINT) AS TEXT), 'null'), CAST($p5 AS TEXT)) AS Share_7
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    Sum_4,
    Mixed_5,
    Twice_6,
    Share_7,
    ANTIVENOM_SERIES_PAIRED(a_2, b_3, CAST($p6 AS TEXT)) AS Less_8,
    ANTIVENOM_SERIES_MAPPED(b_3, CAST($p7 AS TEXT)) AS Floor_9,
    ANTIVENOM_SERIES_DOT(a_2, a_2) AS Dot_10,
    ANTIVENOM_SERIES_TOTAL(CAST($p8 AS TEXT), CAST($p9 AS TEXT)) AS Size_11
  FROM r3
)
SELECT
  a_2,
  b_3,
  Sum_4,
  Mixed_5,
  Twice_6,
  Share_7,
  Less_8,
  Floor_9,
  Dot_10,
  Size_11
FROM r4
-- $p1 = '[1,2,4]'
-- $p2 = '[4,2.5,null]'
-- $p3 = 'add'
-- $p4 = 'multiply'
-- $p5 = 'divide'
-- $p6 = 'less'
-- $p7 = 'floor'
-- $p8 = '[3,4]'
-- $p9 = 'magnitude'
