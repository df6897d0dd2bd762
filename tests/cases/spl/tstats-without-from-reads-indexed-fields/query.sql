WITH r1 AS NOT MATERIALIZED (
  SELECT
    index_1,
    sourcetype_2,
    host_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    index_1,
    sourcetype_2,
    host_3
  FROM r1
  WHERE
    NOT index_1 IS NULL
    AND LIST_BOOL_OR(
      LIST_TRANSFORM(sourcetype_2, LAMBDA element : CONTAINS(LOWER(element), CAST($p1 AS TEXT)))
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    index_1,
    sourcetype_2,
    host_3,
    UNNEST(CASE WHEN LENGTH(sourcetype_2) > 0 THEN sourcetype_2 ELSE [NULL] END) AS sourcetype_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    index_1,
    sourcetype_2,
    host_3,
    sourcetype_4
  FROM r3
  WHERE
    NOT index_1 IS NULL AND NOT sourcetype_4 IS NULL AND NOT host_3 IS NULL
), r5 AS NOT MATERIALIZED (
  SELECT
    index_1 AS index_6,
    sourcetype_4 AS sourcetype_7,
    host_3 AS host_8,
    CAST(COUNT(*) AS DOUBLE) AS count_5
  FROM r4
  GROUP BY
    1,
    2,
    3
), r6 AS NOT MATERIALIZED (
  SELECT
    index_6,
    sourcetype_7,
    host_8,
    count_5
  FROM r5
  ORDER BY
    CASE
      WHEN ORD(index_6) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(index_6, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(index_6 AS DOUBLE)
    END ASC,
    index_6 ASC,
    CASE
      WHEN ORD(sourcetype_7) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(sourcetype_7, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(sourcetype_7 AS DOUBLE)
    END ASC,
    sourcetype_7 ASC,
    CASE
      WHEN ORD(host_8) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(host_8, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(host_8 AS DOUBLE)
    END ASC,
    host_8 ASC
)
SELECT
  index_6,
  sourcetype_7,
  host_8,
  count_5
FROM r6
-- $p1 = 'audit'
