WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3
  FROM r1
  WHERE
    LIST_BOOL_OR(LIST_TRANSFORM(groups_3, LAMBDA element : LOWER(element) = CAST($p1 AS TEXT)))
    OR LIST_BOOL_OR(LIST_TRANSFORM(groups_3, LAMBDA element : LOWER(element) = CAST($p2 AS TEXT)))
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    id_2,
    groups_3
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    id_2
  FROM r4
)
SELECT
  id_2
FROM r5
-- $p1 = 'red'
-- $p2 = 'blue'
