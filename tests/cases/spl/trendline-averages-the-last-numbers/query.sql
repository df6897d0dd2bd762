WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(n_2 AS TEXT) AS n_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT))) AS given(_time_1, n_2)
), r2 AS MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS MATERIALIZED (
  SELECT
    ARRAY_AGG(row_position ORDER BY row_position) AS row_place,
    ANTIVENOM_SPLUNK_TREND(
      CAST($p6 AS TEXT),
      ARRAY_AGG(
        CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END ORDER BY row_position
      )
    ) AS c_3,
    ANTIVENOM_SPLUNK_TREND(
      CAST($p7 AS TEXT),
      ARRAY_AGG(
        CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END ORDER BY row_position
      )
    ) AS weighted_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(c_3) AS c_3,
    UNNEST(weighted_4) AS weighted_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    placed._time_1,
    placed.n_2,
    walked.c_3,
    walked.weighted_4
  FROM r2 AS placed
  JOIN r4 AS walked
    ON placed.row_position = walked.row_place
  ORDER BY
    placed.row_position
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    c_3,
    weighted_4
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    n_2,
    c_3,
    weighted_4
  FROM r6
)
SELECT
  n_2,
  c_3,
  weighted_4
FROM r7
-- $p1 = '2'
-- $p2 = '4'
-- $p3 = 'x'
-- $p4 = '9'
-- $p5 = '1'
-- $p6 = '{"kind": "sma", "period": 2}'
-- $p7 = '{"kind": "wma", "period": 3}'
