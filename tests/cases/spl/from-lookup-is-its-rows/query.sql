WITH r1 AS NOT MATERIALIZED (
  SELECT
    user_1,
    team_2,
    note_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    NULLIF(user_1, CAST($p1 AS TEXT)) AS user_4,
    NULLIF(team_2, CAST($p1 AS TEXT)) AS team_5,
    NULLIF(note_3, CAST($p1 AS TEXT)) AS note_6
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    user_4,
    team_5,
    note_6
  FROM r2
  WHERE
    NOT user_4 IS NULL
), r4 AS NOT MATERIALIZED (
  SELECT
    user_4 AS user_8,
    CAST(COUNT(*) AS DOUBLE) AS count_7
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    user_8,
    count_7
  FROM r4
  ORDER BY
    CASE
      WHEN ORD(user_8) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(user_8, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(user_8 AS DOUBLE)
    END ASC,
    user_8 ASC
)
SELECT
  user_8,
  count_7
FROM r5
-- $p1 = ''
