WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_COUNTOF(CAST($p1 AS TEXT), CAST($p2 AS TEXT)) AS a_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CAST(TO_JSON(
            LIST_TRANSFORM(
              REGEXP_EXTRACT_ALL(CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
              LAMBDA group_text : COALESCE(group_text, '')
            )
          ) AS TEXT)
        ],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) = 'ARRAY'
          THEN CAST(JSON_ARRAY_LENGTH(given0) AS BIGINT)
        END
      ),
      1
    ) AS b_3,
    ANTIVENOM_KUSTO_COUNTOF(CAST($p3 AS TEXT), CAST($p4 AS TEXT)) AS c_4,
    ANTIVENOM_KUSTO_COUNTOF(CAST($p5 AS TEXT), CAST($p6 AS TEXT)) AS d_5
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5
FROM r2
-- $p1 = 'aaaa'
-- $p2 = 'aa'
-- $p3 = 'ααα'
-- $p4 = 'αα'
-- $p5 = 'abc'
-- $p6 = ''
