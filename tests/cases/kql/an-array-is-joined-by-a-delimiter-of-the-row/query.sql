WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(list_1 AS TEXT) AS list_1,
    CAST(with_2 AS TEXT) AS with_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT), CAST($p6 AS TEXT))) AS given(list_1, with_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN JSON_TYPE(list_1) = 'ARRAY'
      THEN SUBSTRING(
        ARRAY_TO_STRING(
          LIST_TRANSFORM(
            FROM_JSON(list_1, '["JSON"]'),
            LAMBDA element : with_2 || COALESCE(element ->> '$', '')
          ),
          ''
        ),
        LENGTH(with_2) + 1
      )
      ELSE ''
    END AS Column1_3
  FROM r1
)
SELECT
  Column1_3
FROM r2
-- $p1 = '["a",1,null]'
-- $p2 = '-'
-- $p3 = '[]'
-- $p4 = '+'
-- $p5 = '{}'
-- $p6 = '/'
