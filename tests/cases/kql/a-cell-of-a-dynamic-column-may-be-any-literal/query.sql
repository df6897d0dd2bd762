WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(d_1 AS TEXT) AS d_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT)),
    (CAST(NULL AS TEXT))) AS given(d_1)
)
SELECT
  d_1
FROM r1
-- $p1 = '1'
-- $p2 = '"x"'
-- $p3 = 'true'
-- $p4 = '1.5'
-- $p5 = '"2026-01-01T00:00:00.0000000Z"'
-- $p6 = '[1]'
