WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS line_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    line_2,
    ANTIVENOM_PCRE_GROUP(line_2, CAST($p2 AS TEXT), CAST($p3 AS TEXT)) AS user_3,
    ANTIVENOM_PCRE_GROUP(line_2, CAST($p2 AS TEXT), CAST($p4 AS TEXT)) AS port_4,
    ANTIVENOM_PCRE_GROUP(line_2, CAST($p2 AS TEXT), CAST($p5 AS TEXT)) AS rest_5,
    ANTIVENOM_PCRE_OFFSETS(line_2, CAST($p2 AS TEXT), [CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST($p5 AS TEXT)]) AS where_6
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    user_3,
    port_4,
    rest_5,
    where_6
  FROM r3
)
SELECT
  user_3,
  port_4,
  rest_5,
  where_6
FROM r4
-- $p1 = 'user=kim port=22'
-- $p2 = 'user=(?<user>\\w+) port=(?<port>\\d+)(?<rest>x)?'
-- $p3 = 'user'
-- $p4 = 'port'
-- $p5 = 'rest'
