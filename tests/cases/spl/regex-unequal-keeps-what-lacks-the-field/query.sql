WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(p_2 AS TEXT) AS p_2,
    CAST(n_3 AS TEXT) AS n_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p5 AS TEXT))) AS given(_time_1, p_2, n_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    p_2,
    n_3
  FROM r1
  WHERE
    NOT COALESCE(REGEXP_MATCHES(p_2, '\.exe\n?\z'), FALSE)
), r3 AS NOT MATERIALIZED (
  SELECT
    n_3,
    p_2
  FROM r2
)
SELECT
  n_3,
  p_2
FROM r3
-- $p1 = 'cmd.exe'
-- $p2 = '1'
-- $p3 = '2'
-- $p4 = 'bash'
-- $p5 = '3'
