WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    COALESCE(
      ANTIVENOM_KUSTO_LENGTH_TEXT(CAST(25380051234500 AS BIGINT), CAST($p1 AS TEXT)),
      CASE
        WHEN CAST(25380051234500 AS BIGINT) IS NULL
        THEN CAST($p2 AS TEXT)
        ELSE ERROR('not supported: KQL format_timespan of no fraction after a point')
      END
    ) AS a_2,
    COALESCE(
      ANTIVENOM_KUSTO_LENGTH_TEXT(CAST(25380051234500 AS BIGINT), CAST($p4 AS TEXT)),
      CASE
        WHEN CAST(25380051234500 AS BIGINT) IS NULL
        THEN CAST($p2 AS TEXT)
        ELSE ERROR('not supported: KQL format_timespan of no fraction after a point')
      END
    ) AS b_3,
    COALESCE(
      ANTIVENOM_KUSTO_LENGTH_TEXT(CAST(-36000000000 AS BIGINT), CAST($p5 AS TEXT)),
      CASE
        WHEN CAST(-36000000000 AS BIGINT) IS NULL
        THEN CAST($p2 AS TEXT)
        ELSE ERROR('not supported: KQL format_timespan of no fraction after a point')
      END
    ) AS c_4,
    COALESCE(
      ANTIVENOM_KUSTO_LENGTH_TEXT(CAST(864000000000 AS BIGINT), CAST($p6 AS TEXT)),
      CASE
        WHEN CAST(864000000000 AS BIGINT) IS NULL
        THEN CAST($p2 AS TEXT)
        ELSE ERROR('not supported: KQL format_timespan of no fraction after a point')
      END
    ) AS d_5,
    COALESCE(
      ANTIVENOM_KUSTO_LENGTH_TEXT(CAST(1230000 AS BIGINT), CAST($p7 AS TEXT)),
      CASE
        WHEN CAST(1230000 AS BIGINT) IS NULL
        THEN CAST($p2 AS TEXT)
        ELSE ERROR('not supported: KQL format_timespan of no fraction after a point')
      END
    ) AS e_6,
    COALESCE(
      ANTIVENOM_KUSTO_LENGTH_TEXT(CAST(NULL AS BIGINT), CAST($p8 AS TEXT)),
      CASE
        WHEN CAST(NULL AS BIGINT) IS NULL
        THEN CAST($p2 AS TEXT)
        ELSE ERROR('not supported: KQL format_timespan of no fraction after a point')
      END
    ) AS f_7
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7
FROM r2
-- $p1 = 'dd.hh:mm:ss:FF'
-- $p2 = ''
-- $p4 = 'ddd.h:mm:ss [fffffff]'
-- $p5 = 'hh:mm:ss'
-- $p6 = 'dddd'
-- $p7 = 'fff'
-- $p8 = 'd'
