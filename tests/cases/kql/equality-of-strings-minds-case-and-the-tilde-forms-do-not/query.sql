WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    s_1 = CAST($p1 AS TEXT) AS same_2,
    LOWER(s_1) = LOWER(CAST($p1 AS TEXT)) AS alike_3,
    NOT (
      LOWER(s_1) = LOWER(CAST($p1 AS TEXT))
    ) AS differs_4,
    s_1 IN (CAST($p2 AS TEXT)) AS listed_5,
    LOWER(s_1) IN (LOWER(CAST($p2 AS TEXT))) AS loose_6,
    NOT (
      s_1 IN (CAST($p3 AS TEXT))
    ) AS not_in_7
  FROM r1
)
SELECT
  s_1,
  same_2,
  alike_3,
  differs_4,
  listed_5,
  loose_6,
  not_in_7
FROM r2
-- $p1 = 'café'
-- $p2 = 'CAFÉ'
-- $p3 = 'cafe'
