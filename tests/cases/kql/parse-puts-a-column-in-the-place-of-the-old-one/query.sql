WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Line_1 AS TEXT) AS Line_1,
    CAST(User_2 AS TEXT) AS User_2,
    CAST(Code_3 AS BIGINT) AS Code_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST($p2 AS TEXT), CAST(2 AS BIGINT))) AS given(Line_1, User_2, Code_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    Line_1,
    User_2,
    Code_3,
    CASE
      WHEN REGEXP_MATCHES(Line_1, CAST($p4 AS TEXT))
      THEN LIST_EXTRACT(
        LIST_TRANSFORM([REGEXP_EXTRACT(Line_1, CAST($p4 AS TEXT), ['g0'])], LAMBDA found : [found.g0]),
        1
      )
    END AS parsed_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Line_1,
    User_2,
    Code_3,
    parsed_4,
    COALESCE(LIST_EXTRACT(parsed_4, CAST(0 AS BIGINT) + 1), '') AS User_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    Line_1,
    User_5 AS User_6,
    Code_3
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    User_6,
    Code_3
  FROM r4
)
SELECT
  User_6,
  Code_3
FROM r5
-- $p1 = 'user=anna end'
-- $p2 = 'old'
-- $p3 = 'nothing'
-- $p4 = '(?s)^user\\x{3d}(.*?)\\x{20}end'
