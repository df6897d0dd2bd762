WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1,
    CAST(d_2 AS TEXT) AS d_2,
    CAST(i_3 AS BIGINT) AS i_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST(0 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST($p5 AS TEXT), CAST(0 AS BIGINT)),
    (CAST($p6 AS TEXT), CAST($p4 AS TEXT), CAST(5 AS BIGINT))) AS given(s_1, d_2, i_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    CASE WHEN d_2 <> '' THEN CAST(TO_JSON(STR_SPLIT(s_1, d_2)) AS TEXT) END AS parts_4,
    CASE
      WHEN d_2 <> '' AND i_3 >= 0 AND i_3 < LENGTH(STR_SPLIT(s_1, d_2))
      THEN CAST(TO_JSON([LIST_EXTRACT(STR_SPLIT(s_1, d_2), i_3 + 1)]) AS TEXT)
    END AS part_5,
    CASE
      WHEN CAST($p4 AS TEXT) <> ''
      AND i_3 >= 0
      AND i_3 < LENGTH(STR_SPLIT(s_1, CAST($p4 AS TEXT)))
      THEN CAST(TO_JSON([LIST_EXTRACT(STR_SPLIT(s_1, CAST($p4 AS TEXT)), i_3 + 1)]) AS TEXT)
    END AS fixed_6
  FROM r1
)
SELECT
  s_1,
  parts_4,
  part_5,
  fixed_6
FROM r2
-- $p1 = 'a,b'
-- $p2 = ','
-- $p3 = 'a;b'
-- $p4 = ';'
-- $p5 = ''
-- $p6 = 'ab'
