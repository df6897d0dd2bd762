WITH r1 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2,
    b_3,
    c_4
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    a_2,
    b_3,
    c_4
  FROM r1
  WHERE
    LOWER(a_2) = CAST($p1 AS TEXT)
    AND (
      LOWER(b_3) = CAST($p1 AS TEXT) OR LOWER(c_4) = CAST($p1 AS TEXT)
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1
  FROM r2
)
SELECT
  id_1
FROM r3
-- $p1 = '1'
