WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(x_2 AS TEXT) AS x_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT))) AS given(_time_1, x_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    ANTIVENOM_SPLUNK_MV_MAX(
      LIST_CONCAT(
        LIST_CONCAT(
          CASE WHEN NOT x_2 IS NULL THEN [x_2] END,
          CASE WHEN NOT CAST($p4 AS TEXT) IS NULL THEN [CAST($p4 AS TEXT)] END
        ),
        CASE WHEN NOT CAST($p5 AS TEXT) IS NULL THEN [CAST($p5 AS TEXT)] END
      )
    ) AS a_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    a_3,
    ANTIVENOM_SPLUNK_MV_MIN(
      LIST_CONCAT(
        LIST_CONCAT(
          CASE WHEN NOT x_2 IS NULL THEN [x_2] END,
          CASE WHEN NOT CAST($p4 AS TEXT) IS NULL THEN [CAST($p4 AS TEXT)] END
        ),
        CASE WHEN NOT CAST($p5 AS TEXT) IS NULL THEN [CAST($p5 AS TEXT)] END
      )
    ) AS b_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    a_3,
    b_4,
    STR_SPLIT(CAST($p6 AS TEXT), CAST($p7 AS TEXT)) AS m_5
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    a_3,
    b_4,
    m_5,
    ANTIVENOM_SPLUNK_MV_MAX(m_5) AS c_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    a_3,
    b_4,
    m_5,
    c_6,
    ANTIVENOM_SPLUNK_MV_MIN(m_5) AS d_7
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    a_3,
    b_4,
    m_5,
    c_6,
    d_7,
    ANTIVENOM_SPLUNK_MV_SUM(
      LIST_CONCAT(m_5, CASE WHEN NOT CAST($p8 AS TEXT) IS NULL THEN [CAST($p8 AS TEXT)] END)
    ) AS e_8
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    x_2,
    a_3,
    b_4,
    m_5,
    c_6,
    d_7,
    e_8,
    ANTIVENOM_SPLUNK_MV_AVG(m_5) AS f_9
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    x_2,
    a_3,
    b_4,
    c_6,
    d_7,
    e_8,
    f_9
  FROM r8
)
SELECT
  x_2,
  a_3,
  b_4,
  c_6,
  d_7,
  e_8,
  f_9
FROM r9
-- $p1 = '9'
-- $p2 = 'ann'
-- $p3 = '100'
-- $p4 = '20'
-- $p5 = 'kim'
-- $p6 = '3;x;12'
-- $p7 = ';'
-- $p8 = '1'
