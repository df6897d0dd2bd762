WITH r1 AS NOT MATERIALIZED (
  SELECT
    user_1,
    src_2,
    _time_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    user_1,
    src_2,
    _time_3
  FROM r1
  WHERE
    LOWER(src_2) = CAST($p1 AS TEXT)
    OR ANTIVENOM_CIDR_MATCH(src_2, CAST($p1 AS TEXT))
), r3 AS NOT MATERIALIZED (
  SELECT
    user_1,
    src_2,
    _time_3
  FROM r2
  WHERE
    NOT user_1 IS NULL AND NOT src_2 IS NULL
), r4 AS NOT MATERIALIZED (
  SELECT
    user_1 AS c_6,
    src_2 AS c_7,
    CAST(COUNT(*) AS DOUBLE) AS count_4,
    MIN(_time_3) AS first_5
  FROM r3
  GROUP BY
    1,
    2
), r5 AS NOT MATERIALIZED (
  SELECT
    c_6,
    c_7,
    count_4,
    first_5
  FROM r4
  ORDER BY
    CASE
      WHEN ORD(c_6) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_6, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_6 AS DOUBLE)
    END ASC,
    c_6 ASC,
    CASE
      WHEN ORD(c_7) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_7, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_7 AS DOUBLE)
    END ASC,
    c_7 ASC
)
SELECT
  c_6,
  c_7,
  count_4,
  first_5
FROM r5
-- $p1 = '10.0.0.0/8'
