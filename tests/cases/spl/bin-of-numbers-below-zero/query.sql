WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(n_2 AS TEXT) AS n_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT))) AS given(_time_1, n_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    COALESCE(
      ANTIVENOM_SPLUNK_BIN_NUMBER(
        CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END,
        CAST($p5 AS TEXT)
      ),
      n_2
    ) AS whole_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    whole_3,
    COALESCE(
      ANTIVENOM_SPLUNK_BIN_NUMBER(
        CASE
          WHEN ORD(n_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(n_2 AS DOUBLE)
        END,
        CAST($p6 AS TEXT)
      ),
      n_2
    ) AS half_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    n_2,
    whole_3,
    half_4
  FROM r3
)
SELECT
  n_2,
  whole_3,
  half_4
FROM r4
-- $p1 = '-0.4'
-- $p2 = '-1'
-- $p3 = '0'
-- $p4 = '0.75'
-- $p5 = '1'
-- $p6 = '0.5'
