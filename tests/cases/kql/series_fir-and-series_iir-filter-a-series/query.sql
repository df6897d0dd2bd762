WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS s_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    s_2,
    ANTIVENOM_SERIES_FIR(s_2, CAST($p2 AS TEXT), FALSE, FALSE) AS Steps_3,
    ANTIVENOM_SERIES_FIR(s_2, CAST($p3 AS TEXT), TRUE, TRUE) AS Mean_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    s_2,
    Steps_3,
    Mean_4,
    ANTIVENOM_SERIES_IIR(s_2, CAST($p4 AS TEXT), CAST($p2 AS TEXT)) AS Sums_5
  FROM r3
)
SELECT
  s_2,
  Steps_3,
  Mean_4,
  Sums_5
FROM r4
-- $p1 = '[5,15,10,20]'
-- $p2 = '[1,-1]'
-- $p3 = '[1,1,1]'
-- $p4 = '[1]'
