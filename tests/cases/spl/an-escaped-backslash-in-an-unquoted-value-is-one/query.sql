WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    Image_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    Image_2
  FROM r1
  WHERE
    LOWER(Image_2) LIKE CAST($p1 AS TEXT) ESCAPE '!'
    OR SUFFIX(LOWER(Image_2), CAST($p2 AS TEXT))
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r2
)
SELECT
  id_1
FROM r3
-- $p1 = 'c:\\python\\%.exe'
-- $p2 = '\\python.exe'
