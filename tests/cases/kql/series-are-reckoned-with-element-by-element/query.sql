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
    CASE
      WHEN a_2 IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_SERIES_PAIRED(a_2, a_2, CAST($p3 AS TEXT)),
        ERROR('not supported: KQL series_add of these values')
      )
    END AS Sum_4,
    CASE
      WHEN a_2 IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_SERIES_PAIRED(a_2, b_3, CAST($p3 AS TEXT)),
        ERROR('not supported: KQL series_add of these values')
      )
    END AS Mixed_5,
    CASE
      WHEN a_2 IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_SERIES_PAIRED(a_2, COALESCE(CAST(CAST(2 AS BIGINT) AS TEXT), 'null'), CAST($p5 AS TEXT)),
        ERROR('not supported: KQL series_multiply of these values')
      )
    END AS Twice_6,
    CASE
      WHEN a_2 IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_SERIES_PAIRED(a_2, COALESCE(CAST(CAST(4 AS BIGINT) AS TEXT), 'null'), CAST($p7 AS TEXT)),
        ERROR('not supported: KQL series_divide of these values')
      )
    END AS Share_7
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    Sum_4,
    Mixed_5,
    Twice_6,
    Share_7,
    CASE
      WHEN a_2 IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_SERIES_PAIRED(a_2, b_3, CAST($p9 AS TEXT)),
        ERROR('not supported: KQL series_less of these values')
      )
    END AS Less_8,
    CASE
      WHEN b_3 IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_SERIES_MAPPED(b_3, CAST($p11 AS TEXT)),
        ERROR('not supported: KQL series_floor of these values')
      )
    END AS Floor_9,
    CASE
      WHEN a_2 IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_SERIES_DOT(a_2, a_2),
        ERROR('not supported: KQL series_dot_product of these values')
      )
    END AS Dot_10,
    CASE
      WHEN CAST($p14 AS TEXT) IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_SERIES_TOTAL(CAST($p14 AS TEXT), CAST($p15 AS TEXT)),
        ERROR('not supported: KQL series_magnitude of these values')
      )
    END AS Size_11
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
-- $p5 = 'multiply'
-- $p7 = 'divide'
-- $p9 = 'less'
-- $p11 = 'floor'
-- $p14 = '[3,4]'
-- $p15 = 'magnitude'
