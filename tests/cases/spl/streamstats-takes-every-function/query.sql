WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(k_2 AS TEXT) AS k_2,
    CAST(v_3 AS TEXT) AS v_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT), CAST($p6 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p7 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p8 AS TEXT))) AS given(_time_1, k_2, v_3)
), r2 AS MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS MATERIALIZED (
  SELECT
    ARRAY_AGG(row_position ORDER BY row_position) AS row_place,
    ANTIVENOM_SPLUNK_STREAM_TEXT_REAL(
      CAST($p9 AS TEXT),
      ARRAY_AGG(k_2 ORDER BY row_position),
      ARRAY_AGG(CAST($p10 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS c_4,
    ANTIVENOM_SPLUNK_STREAM_REAL_REAL(
      CAST($p11 AS TEXT),
      ARRAY_AGG(
        CASE
          WHEN ORD(v_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_3 AS DOUBLE)
        END ORDER BY row_position
      ),
      ARRAY_AGG(CAST($p10 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS c_5,
    ANTIVENOM_SPLUNK_STREAM_REAL_REAL(
      CAST($p12 AS TEXT),
      ARRAY_AGG(
        CASE
          WHEN ORD(v_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_3 AS DOUBLE)
        END ORDER BY row_position
      ),
      ARRAY_AGG(CAST($p10 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS c_6,
    ANTIVENOM_SPLUNK_STREAM_TEXT_MULTI(
      CAST($p13 AS TEXT),
      ARRAY_AGG(k_2 ORDER BY row_position),
      ARRAY_AGG(CAST($p10 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS l_7,
    ANTIVENOM_SPLUNK_STREAM_TEXT_TEXT(
      CAST($p14 AS TEXT),
      ARRAY_AGG(CAST($p15 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(CAST($p10 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS m_8,
    ANTIVENOM_SPLUNK_STREAM_TEXT_TEXT(
      CAST($p16 AS TEXT),
      ARRAY_AGG(v_3 ORDER BY row_position),
      ARRAY_AGG(CAST($p10 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS c_9
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(c_4) AS c_4,
    UNNEST(c_5) AS c_5,
    UNNEST(c_6) AS c_6,
    UNNEST(l_7) AS l_7,
    UNNEST(m_8) AS m_8,
    UNNEST(c_9) AS c_9
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    placed._time_1,
    placed.k_2,
    placed.v_3,
    walked.c_4,
    walked.c_5,
    walked.c_6,
    walked.l_7,
    walked.m_8,
    walked.c_9
  FROM r2 AS placed
  JOIN r4 AS walked
    ON placed.row_position = walked.row_place
  ORDER BY
    placed.row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    TRY_CAST(c_4 AS DOUBLE) AS c_10,
    TRY_CAST(c_5 AS DOUBLE) AS c_11,
    TRY_CAST(c_6 AS DOUBLE) AS c_12,
    l_7,
    m_8,
    c_9
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    k_2,
    v_3,
    c_10,
    c_11,
    c_12,
    l_7,
    m_8,
    c_9
  FROM r6
)
SELECT
  k_2,
  v_3,
  c_10,
  c_11,
  c_12,
  l_7,
  m_8,
  c_9
FROM r7
-- $p1 = 'a'
-- $p2 = '1'
-- $p3 = 'b'
-- $p4 = '2'
-- $p5 = '3'
-- $p6 = '9'
-- $p7 = '4'
-- $p8 = '5'
-- $p9 = '{"function": "dc", "percent": null, "window": 0, "seconds": 0, "each": false, "current": true, "anew": false, "whole": false}'
-- $p10 = ''
-- $p11 = '{"function": "perc", "percent": 50.0, "window": 0, "seconds": 0, "each": false, "current": true, "anew": false, "whole": false}'
-- $p12 = '{"function": "stdev", "percent": null, "window": 0, "seconds": 0, "each": false, "current": true, "anew": false, "whole": false}'
-- $p13 = '{"function": "list", "percent": null, "window": 0, "seconds": 0, "each": false, "current": true, "anew": false, "whole": false}'
-- $p14 = '{"function": "mode", "percent": null, "window": 0, "seconds": 0, "each": false, "current": true, "anew": false, "whole": false}'
-- $p15 = 'x'
-- $p16 = '{"function": "max", "percent": null, "window": 0, "seconds": 0, "each": false, "current": true, "anew": false, "whole": false}'
