WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM r2
  ORDER BY
    _time_1 DESC,
    row_position
), r4 AS MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS MATERIALIZED (
  SELECT
    ARRAY_AGG(row_position ORDER BY row_position) AS row_place,
    ANTIVENOM_SPLUNK_STREAM_TEXT_REAL(
      CAST($p1 AS TEXT),
      ARRAY_AGG(CAST($p2 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(CAST($p3 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS count_4,
    ANTIVENOM_SPLUNK_STREAM_TEXT_MULTI(
      CAST($p4 AS TEXT),
      ARRAY_AGG(user_2 ORDER BY row_position),
      ARRAY_AGG(CAST($p3 AS TEXT) ORDER BY row_position),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS seen_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(count_4) AS count_4,
    UNNEST(seen_5) AS seen_5
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    placed._time_1,
    placed.user_2,
    placed.n_3,
    walked.count_4,
    walked.seen_5
  FROM r4 AS placed
  JOIN r6 AS walked
    ON placed.row_position = walked.row_place
  ORDER BY
    placed.row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    TRY_CAST(count_4 AS DOUBLE) AS count_6,
    seen_5
  FROM r7
)
SELECT
  _time_1,
  user_2,
  n_3,
  count_6,
  seen_5
FROM r8
-- $p1 = '{"function": "count", "percent": null, "window": 0, "seconds": 600.0, "each": false, "current": true, "anew": false, "whole": false}'
-- $p2 = '1'
-- $p3 = ''
-- $p4 = '{"function": "values", "percent": null, "window": 0, "seconds": 600.0, "each": false, "current": true, "anew": false, "whole": false}'
