WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS _raw_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    CAST($p2 AS TEXT) AS x_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    x_3,
    CAST($p3 AS TEXT) AS y_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    x_3,
    y_4,
    CASE
      WHEN COALESCE((
        LOWER(x_3) = CAST($p2 AS TEXT) AND NOT y_4 IS NULL
      ), FALSE)
      THEN CAST($p4 AS TEXT)
      ELSE CAST($p5 AS TEXT)
    END AS a_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    x_3,
    y_4,
    a_5,
    CASE
      WHEN COALESCE(
        (
          (
            CONTAINS(LOWER(_raw_2), LOWER(CAST($p3 AS TEXT)))
            AND REGEXP_MATCHES(
              _raw_2,
              '(?is)(?:^|[\x5b\x5d\x3c\x3e\x28\x29\x7b\x7d\x7c\x21\x3b\x2c\x27\x22\x2a\x0a\x0d\x20\x09\x26\x3f\x2b\x2f\x3a\x3d\x40\x2e\x2d\x24\x23\x25\x5c\x5f]|%(?:21|26|2526|3B|7C|20|2B|3D|2520|5D|5B|3A|0A|2C|28|29))bye(?:$|[\x5b\x5d\x3c\x3e\x28\x29\x7b\x7d\x7c\x21\x3b\x2c\x27\x22\x2a\x0a\x0d\x20\x09\x26\x3f\x2b\x2f\x3a\x3d\x40\x2e\x2d\x24\x23\x25\x5c\x5f])'
            )
          )
          AND NOT COALESCE(STARTS_WITH(LOWER(y_4), CAST($p6 AS TEXT)), FALSE)
        ),
        FALSE
      )
      THEN CAST($p4 AS TEXT)
      ELSE CAST($p5 AS TEXT)
    END AS b_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    x_3,
    y_4,
    a_5,
    b_6,
    CASE
      WHEN COALESCE(
        (
          CONTAINS(LOWER(_raw_2), LOWER(CAST($p7 AS TEXT)))
          AND REGEXP_MATCHES(
            _raw_2,
            '(?is)(?:^|[\x5b\x5d\x3c\x3e\x28\x29\x7b\x7d\x7c\x21\x3b\x2c\x27\x22\x2a\x0a\x0d\x20\x09\x26\x3f\x2b\x2f\x3a\x3d\x40\x2e\x2d\x24\x23\x25\x5c\x5f]|%(?:21|26|2526|3B|7C|20|2B|3D|2520|5D|5B|3A|0A|2C|28|29))hi\x20y(?:$|[\x5b\x5d\x3c\x3e\x28\x29\x7b\x7d\x7c\x21\x3b\x2c\x27\x22\x2a\x0a\x0d\x20\x09\x26\x3f\x2b\x2f\x3a\x3d\x40\x2e\x2d\x24\x23\x25\x5c\x5f])'
          )
        ),
        FALSE
      )
      THEN CAST($p4 AS TEXT)
      ELSE CAST($p5 AS TEXT)
    END AS c_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    a_5,
    b_6,
    c_7
  FROM r7
)
SELECT
  a_5,
  b_6,
  c_7
FROM r8
-- $p1 = 'x=hi y=bye'
-- $p2 = 'hi'
-- $p3 = 'bye'
-- $p4 = 'yes'
-- $p5 = 'no'
-- $p6 = 'b'
-- $p7 = 'hi y'
