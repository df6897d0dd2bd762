WITH r1 AS NOT MATERIALIZED (
  SELECT
    dest_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    dest_1
  FROM r1
  WHERE
    LOWER(dest_1) = CAST($p1 AS TEXT)
), r3 AS NOT MATERIALIZED (
  SELECT
    dest_1
  FROM r2
  WHERE
    NOT dest_1 IS NULL
), r4 AS NOT MATERIALIZED (
  SELECT
    dest_1 AS c_2
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    dest_3,
    process_name_4
  FROM table2
), r6 AS NOT MATERIALIZED (
  SELECT
    dest_3,
    process_name_4
  FROM r5
  WHERE
    LOWER(dest_3) = CAST($p2 AS TEXT) AND LOWER(process_name_4) = CAST($p3 AS TEXT)
), r7 AS NOT MATERIALIZED (
  SELECT
    dest_3,
    process_name_4
  FROM r6
  WHERE
    NOT dest_3 IS NULL
), r8 AS NOT MATERIALIZED (
  SELECT
    dest_3 AS c_5,
    process_name_4 AS c_6
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    CAST(c_2 AS TEXT) AS c_7,
    CAST(NULL AS TEXT) AS c_8
  FROM r4
  UNION ALL
  SELECT
    CAST(c_5 AS TEXT) AS c_7,
    CAST(c_6 AS TEXT) AS c_8
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    c_7,
    c_8
  FROM r9
  WHERE
    NOT c_7 IS NULL
), r11 AS NOT MATERIALIZED (
  SELECT
    c_7 AS c_10,
    CAST(COUNT(*) AS DOUBLE) AS count_9
  FROM r10
  GROUP BY
    1
), r12 AS NOT MATERIALIZED (
  SELECT
    c_10,
    count_9
  FROM r11
  ORDER BY
    CASE
      WHEN ORD(c_10) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(c_10, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(c_10 AS DOUBLE)
    END ASC,
    c_10 ASC
)
SELECT
  c_10,
  count_9
FROM r12
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'bash'
