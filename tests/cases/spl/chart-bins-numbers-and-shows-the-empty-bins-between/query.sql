WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(size_1 AS TEXT) AS size_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT))) AS given(size_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_2 AS DOUBLE) AS _time_2,
    CAST(size_3 AS TEXT) AS size_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p7 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p8 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p9 AS TEXT))) AS given(_time_2, size_3)
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    size_3,
    COALESCE(
      ANTIVENOM_SPLUNK_BIN_NUMBER(
        CASE
          WHEN ORD(size_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(size_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(size_3 AS DOUBLE)
        END,
        CAST($p10 AS TEXT)
      ),
      size_3
    ) AS size_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    size_3,
    size_4
  FROM r3
  WHERE
    NOT size_4 IS NULL
), r5 AS NOT MATERIALIZED (
  SELECT
    size_4 AS size_6,
    CAST(COUNT(*) AS DOUBLE) AS count_5
  FROM r4
  GROUP BY
    1
), r6 AS NOT MATERIALIZED (
  SELECT
    size_1 AS size_7,
    COALESCE(count_5, 0.0e0) AS count_8
  FROM r1
  LEFT OUTER JOIN r5
    ON size_1 IS NOT DISTINCT FROM size_6
), r7 AS NOT MATERIALIZED (
  SELECT
    size_7,
    count_8
  FROM r6
  ORDER BY
    TRY_CAST(REGEXP_EXTRACT(size_7, '^-?[0-9]+(\.[0-9]+)?') AS DOUBLE) ASC,
    CASE
      WHEN ORD(size_7) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(size_7, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(size_7 AS DOUBLE)
    END ASC,
    size_7 ASC,
    size_7 NULLS FIRST,
    count_8 NULLS FIRST
), r8 AS NOT MATERIALIZED (
  SELECT
    size_7,
    count_8
  FROM r7
)
SELECT
  size_7,
  count_8
FROM r8
-- $p1 = '0-10'
-- $p2 = '10-20'
-- $p3 = '20-30'
-- $p4 = '30-40'
-- $p5 = '40-50'
-- $p6 = '3'
-- $p7 = '9'
-- $p8 = '41'
-- $p9 = '17'
-- $p10 = '10'
