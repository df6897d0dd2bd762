WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(line_1 AS TEXT) AS line_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT))) AS given(line_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    line_1,
    CASE
      WHEN REGEXP_MATCHES(line_1, CAST($p3 AS TEXT))
      THEN LIST_EXTRACT(
        LIST_TRANSFORM(
          [REGEXP_EXTRACT(line_1, CAST($p3 AS TEXT), ['g0', 'g1'])],
          LAMBDA found : [found.g0, found.g1]
        ),
        1
      )
    END AS parsed_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    line_1,
    parsed_2,
    COALESCE(LIST_EXTRACT(parsed_2, CAST(0 AS BIGINT) + 1), '') AS letters_3,
    COALESCE(LIST_EXTRACT(parsed_2, CAST(1 AS BIGINT) + 1), '') AS rest_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    line_1,
    letters_3 AS letters_5,
    rest_4 AS rest_6
  FROM r3
)
SELECT
  line_1,
  letters_5,
  rest_6
FROM r4
-- $p1 = 'abc123def'
-- $p2 = 'xyz999'
-- $p3 = '(.*)[\\p{Nd}]+(.*)'
