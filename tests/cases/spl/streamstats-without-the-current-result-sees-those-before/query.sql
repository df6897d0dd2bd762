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
    ANTIVENOM_SPLUNK_STREAM_TEXT_TEXT(
      CAST($p9 AS TEXT),
      ARRAY_AGG(v_3 ORDER BY row_position),
      ARRAY_AGG(
        CASE
          WHEN NOT k_2 IS NULL
          THEN CAST(TO_JSON([k_2]) AS TEXT)
          ELSE CAST(NULL AS TEXT)
        END ORDER BY row_position
      ),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS before_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(before_4) AS before_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    placed._time_1,
    placed.k_2,
    placed.v_3,
    walked.before_4
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
    CASE WHEN NOT k_2 IS NULL THEN before_4 ELSE CAST(NULL AS TEXT) END AS before_5
  FROM r5
), r7 AS MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    before_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS MATERIALIZED (
  SELECT
    ARRAY_AGG(row_position ORDER BY row_position) AS row_place,
    ANTIVENOM_SPLUNK_STREAM_TEXT_MULTI(
      CAST($p10 AS TEXT),
      ARRAY_AGG(v_3 ORDER BY row_position),
      ARRAY_AGG(CAST($p11 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS just_6
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(just_6) AS just_6
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    placed._time_1,
    placed.k_2,
    placed.v_3,
    placed.before_5,
    walked.just_6
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
    before_5,
    just_6
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    k_2,
    v_3,
    before_5,
    just_6
  FROM r11
)
SELECT
  k_2,
  v_3,
  before_5,
  just_6
FROM r12
-- $p1 = 'a'
-- $p2 = '1'
-- $p3 = 'b'
-- $p4 = '2'
-- $p5 = '3'
-- $p6 = '9'
-- $p7 = '4'
-- $p8 = '5'
-- $p9 = '{"function": "last", "percent": null, "window": 0, "seconds": 0, "each": false, "current": false, "anew": false, "whole": false}'
-- $p10 = '{"function": "values", "percent": null, "window": 1, "seconds": 0, "each": false, "current": false, "anew": false, "whole": false}'
-- $p11 = ''
