WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(p_2 AS TEXT) AS p_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT))) AS given(_time_1, p_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    p_2
  FROM r1
  WHERE
    NOT COALESCE(REGEXP_MATCHES(p_2, '\.exe\n?\z'), FALSE)
), r3 AS NOT MATERIALIZED (
  SELECT
    p_2
  FROM r2
)
SELECT
  p_2
FROM r3
-- $p1 = 'cmd.exe'
-- $p2 = 'bash'
