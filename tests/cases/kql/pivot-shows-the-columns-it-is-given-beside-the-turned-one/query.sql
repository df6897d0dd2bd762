WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Host_1 AS TEXT) AS Host_1,
    CAST(Key_2 AS TEXT) AS Key_2,
    CAST(Value_3 AS TEXT) AS Value_3,
    CAST(Other_4 AS BIGINT) AS Other_4
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST($p4 AS TEXT), CAST($p5 AS TEXT), CAST(2 AS BIGINT)),
    (CAST($p6 AS TEXT), CAST($p2 AS TEXT), CAST($p7 AS TEXT), CAST(3 AS BIGINT))) AS given(Host_1, Key_2, Value_3, Other_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    Host_1 AS Host_7,
    COALESCE(
      ANY_VALUE(CASE WHEN Key_2 = CAST($p2 AS TEXT) THEN Value_3 ELSE CAST(NULL AS TEXT) END),
      ''
    ) AS user_5,
    COALESCE(
      ANY_VALUE(CASE WHEN Key_2 = CAST($p4 AS TEXT) THEN Value_3 ELSE CAST(NULL AS TEXT) END),
      ''
    ) AS shell_6
  FROM r1
  GROUP BY
    1
), r3 AS NOT MATERIALIZED (
  SELECT
    Host_7,
    user_5,
    shell_6
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    Host_7,
    user_5,
    shell_6
  FROM r3
  WHERE
    NOT (
      user_5 = CAST($p7 AS TEXT)
    )
)
SELECT
  Host_7,
  user_5,
  shell_6
FROM r4
ORDER BY
  Host_7,
  user_5,
  shell_6
-- $p1 = 'a'
-- $p2 = 'user'
-- $p3 = 'root'
-- $p4 = 'shell'
-- $p5 = '/bin/sh'
-- $p6 = 'b'
-- $p7 = 'eve'
