WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(n_1 AS BIGINT) AS n_1
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(2 AS BIGINT))) AS given(n_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS n1_2,
    COALESCE(CAST(n_1 AS TEXT), '') AS n_3,
    n_1 AS n2_4
  FROM r1
)
SELECT
  n1_2,
  n_3,
  n2_4
FROM r2
-- $p1 = 'first'
