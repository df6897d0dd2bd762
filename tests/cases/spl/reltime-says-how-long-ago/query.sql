WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    1772452800.0e0 - 1.0e0 AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    1772452800.0e0 - 7200.0e0 AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    1772452800.0e0 - 172799.0e0 AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [1772452800.0e0 - a_2],
        LAMBDA given0 : CASE
          WHEN given0 >= 1 AND given0 < 604800
          THEN ANTIVENOM_SPLUNK_RELTIME_WORDS(given0)
          WHEN NOT given0 IS NULL
          THEN ERROR('not supported: SPL reltime of a time to come or of a week ago and more')
        END
      ),
      1
    ) AS ago_a_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [1772452800.0e0 - b_3],
        LAMBDA given0 : CASE
          WHEN given0 >= 1 AND given0 < 604800
          THEN ANTIVENOM_SPLUNK_RELTIME_WORDS(given0)
          WHEN NOT given0 IS NULL
          THEN ERROR('not supported: SPL reltime of a time to come or of a week ago and more')
        END
      ),
      1
    ) AS ago_b_6,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [1772452800.0e0 - c_4],
        LAMBDA given0 : CASE
          WHEN given0 >= 1 AND given0 < 604800
          THEN ANTIVENOM_SPLUNK_RELTIME_WORDS(given0)
          WHEN NOT given0 IS NULL
          THEN ERROR('not supported: SPL reltime of a time to come or of a week ago and more')
        END
      ),
      1
    ) AS ago_c_7
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    ago_a_5,
    ago_b_6,
    ago_c_7,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [1772452800.0e0 - b_3],
        LAMBDA given0 : CASE
          WHEN given0 >= 1 AND given0 < 604800
          THEN ANTIVENOM_SPLUNK_RELTIME_WORDS(given0)
          WHEN NOT given0 IS NULL
          THEN ERROR('not supported: SPL reltime of a time to come or of a week ago and more')
        END
      ),
      1
    ) AS reltime_8
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    ago_a_5,
    ago_b_6,
    ago_c_7,
    reltime_8
  FROM r6
)
SELECT
  ago_a_5,
  ago_b_6,
  ago_c_7,
  reltime_8
FROM r7
