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
      ARRAY_AGG(CAST($p2 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(CAST($p10 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(
        CASE
          WHEN NOT v_3 IS NULL
          THEN COALESCE(
            CASE
              WHEN ORD(v_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(v_3 AS DOUBLE)
            END = CAST(3.0e0 AS DOUBLE),
            FALSE
          )
        END ORDER BY row_position
      ),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS up_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(up_4) AS up_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    placed._time_1,
    placed.k_2,
    placed.v_3,
    walked.up_4
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
    TRY_CAST(up_4 AS DOUBLE) AS up_5
  FROM r5
), r7 AS MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    up_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS MATERIALIZED (
  SELECT
    ARRAY_AGG(row_position ORDER BY row_position) AS row_place,
    ANTIVENOM_SPLUNK_STREAM_TEXT_REAL(
      CAST($p9 AS TEXT),
      ARRAY_AGG(CAST($p2 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(CAST($p10 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(REGEXP_MATCHES(v_3, '3') ORDER BY row_position)
    ) AS down_6
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(down_6) AS down_6
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    placed._time_1,
    placed.k_2,
    placed.v_3,
    placed.up_5,
    walked.down_6
  FROM r7 AS placed
  JOIN r9 AS walked
    ON placed.row_position = walked.row_place
  ORDER BY
    placed.row_position
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    up_5,
    TRY_CAST(down_6 AS DOUBLE) AS down_7
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    k_2,
    v_3,
    up_5,
    down_7
  FROM r11
)
SELECT
  k_2,
  v_3,
  up_5,
  down_7
FROM r12
-- $p1 = 'a'
-- $p2 = '1'
-- $p3 = 'b'
-- $p4 = '2'
-- $p5 = '3'
-- $p6 = '9'
-- $p7 = '4'
-- $p8 = '5'
-- $p9 = '{"function": "count", "percent": null, "window": 0, "seconds": 0, "each": false, "current": true, "anew": false, "whole": false}'
-- $p10 = ''
