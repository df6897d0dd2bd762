WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(n_1 AS BIGINT) AS n_1,
    CAST(s_2 AS TEXT) AS s_2
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(3 AS BIGINT), CAST($p2 AS TEXT))) AS given(n_1, s_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    n_1 AS a_4,
    n_1 AS b_5,
    COUNT(*) AS rows_3
  FROM r1
  GROUP BY
    1,
    2
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST((
      CAST(a_4 AS INT128) % NULLIF(CAST(2 AS BIGINT), 0) + ABS(CAST(CAST(2 AS BIGINT) AS INT128))
    ) % ABS(CAST(NULLIF(CAST(2 AS BIGINT), 0) AS INT128)) AS BIGINT) AS Column1_6,
    b_5 AS b_7,
    (
      CAST($p3 AS TEXT) || (
        COALESCE(CAST(b_5 AS TEXT), '')
      )
    ) AS Column2_8
  FROM r2
  GROUP BY
    1,
    2,
    3
)
SELECT
  Column1_6,
  b_7,
  Column2_8
FROM r3
ORDER BY
  Column1_6,
  b_7,
  Column2_8
-- $p1 = 'x'
-- $p2 = 'y'
-- $p3 = 'n'
