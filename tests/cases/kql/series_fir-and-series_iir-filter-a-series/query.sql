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
    CASE
      WHEN s_2 IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_SERIES_FIR(s_2, CAST($p2 AS TEXT), FALSE, FALSE),
        ERROR('not supported: KQL series_fir of these values')
      )
    END AS Steps_3,
    CASE
      WHEN s_2 IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_SERIES_FIR(s_2, CAST($p4 AS TEXT), TRUE, TRUE),
        ERROR('not supported: KQL series_fir of these values')
      )
    END AS Mean_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    s_2,
    Steps_3,
    Mean_4,
    CASE
      WHEN s_2 IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_SERIES_IIR(s_2, CAST($p5 AS TEXT), CAST($p2 AS TEXT)),
        ERROR('not supported: KQL series_iir of these values')
      )
    END AS Sums_5
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
-- $p4 = '[1,1,1]'
-- $p5 = '[1]'
