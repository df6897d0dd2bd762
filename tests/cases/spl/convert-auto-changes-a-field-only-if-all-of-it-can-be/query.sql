WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(a_2 AS TEXT) AS a_2,
    CAST(b_3 AS TEXT) AS b_3,
    CAST(c_4 AS TEXT) AS c_4
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT), CAST($p5 AS TEXT), CAST($p6 AS TEXT))) AS given(_time_1, a_2, b_3, c_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    COUNT(
      CASE
        WHEN NOT a_2 IS NULL AND ANTIVENOM_SPLUNK_CONVERT_BEST(a_2) IS NULL
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER () AS lost_a_5,
    COUNT(
      CASE
        WHEN NOT b_3 IS NULL AND ANTIVENOM_SPLUNK_CONVERT_BEST(b_3) IS NULL
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER () AS lost_b_6,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    lost_a_5,
    lost_b_6
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CASE
      WHEN lost_a_5 = CAST(0 AS BIGINT)
      THEN ANTIVENOM_SPLUNK_CONVERT_BEST(a_2)
      ELSE a_2
    END AS a_7,
    CASE
      WHEN lost_b_6 = CAST(0 AS BIGINT)
      THEN ANTIVENOM_SPLUNK_CONVERT_BEST(b_3)
      ELSE b_3
    END AS b_8,
    c_4,
    ANTIVENOM_SPLUNK_CONVERT_BEST(c_4) AS n_9
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    a_7,
    b_8,
    c_4,
    n_9
  FROM r5
)
SELECT
  a_7,
  b_8,
  c_4,
  n_9
FROM r6
-- $p1 = '00:01:00'
-- $p2 = '1'
-- $p3 = 'x'
-- $p4 = '5'
-- $p5 = 'y'
-- $p6 = '2'
