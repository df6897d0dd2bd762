WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(seconds_2 AS TEXT) AS seconds_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT))) AS given(_time_1, seconds_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    seconds_2,
    COALESCE(
      ANTIVENOM_SPLUNK_BIN_LOG(
        CASE
          WHEN ORD(seconds_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(seconds_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(seconds_2 AS DOUBLE)
        END,
        1.0e0,
        2.0e0
      ),
      seconds_2
    ) AS seconds_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    seconds_2,
    seconds_3
  FROM r2
  WHERE
    NOT seconds_3 IS NULL
), r4 AS NOT MATERIALIZED (
  SELECT
    seconds_3 AS seconds_5,
    CAST(COUNT(*) AS DOUBLE) AS count_4
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    seconds_5,
    count_4
  FROM r4
  ORDER BY
    TRY_CAST(REGEXP_EXTRACT(seconds_5, '^-?[0-9]+(\.[0-9]+)?') AS DOUBLE) ASC,
    CASE
      WHEN ORD(seconds_5) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(seconds_5, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(seconds_5 AS DOUBLE)
    END ASC,
    seconds_5 ASC
), r6 AS NOT MATERIALIZED (
  SELECT
    seconds_5,
    count_4
  FROM r5
)
SELECT
  seconds_5,
  count_4
FROM r6
-- $p1 = '0'
-- $p2 = '1'
-- $p3 = '3'
-- $p4 = '70'
-- $p5 = '5'
