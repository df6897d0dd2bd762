WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(region_1 AS TEXT) AS region_1,
    CAST(host_2 AS TEXT) AS host_2,
    CAST(bytes_3 AS BIGINT) AS bytes_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(10 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(5 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST($p3 AS TEXT), CAST(20 AS BIGINT)),
    (CAST($p4 AS TEXT), CAST($p5 AS TEXT), CAST(30 AS BIGINT)),
    (CAST($p4 AS TEXT), CAST($p6 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p7 AS TEXT), CAST($p8 AS TEXT), CAST(2 AS BIGINT))) AS given(region_1, host_2, bytes_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    region_1,
    host_2,
    bytes_3,
    region_1 AS c_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    region_1,
    host_2,
    bytes_3,
    region_1 AS c_4
  FROM r1
), r4 AS NOT MATERIALIZED (
  SELECT
    c_4 AS c_6,
    CAST((
      (
        COALESCE(SUM(CAST(bytes_3 AS INT128)), 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS c_5
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    c_6,
    c_5
  FROM r4
  ORDER BY
    c_5 DESC,
    c_6 DESC
), r6 AS NOT MATERIALIZED (
  SELECT
    c_6,
    c_5
  FROM r5
  LIMIT 2
), r7 AS NOT MATERIALIZED (
  SELECT
    c_6,
    c_5
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    region_1,
    host_2,
    bytes_3,
    c_6,
    c_5
  FROM r2
  INNER JOIN r7
    ON c_4 IS NOT DISTINCT FROM c_6
), r9 AS NOT MATERIALIZED (
  SELECT
    region_1,
    host_2,
    bytes_3,
    c_6,
    c_5,
    CASE
      WHEN CONTAINS(host_2, 'ß')
      THEN ARRAY_TO_STRING(LIST_TRANSFORM(STR_SPLIT(host_2, 'ß'), LAMBDA part : UPPER(part)), 'ß')
      ELSE UPPER(host_2)
    END AS c_7
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    c_7 AS c_9,
    c_6 AS c_6,
    c_5 AS c_5,
    MAX(bytes_3) AS c_8
  FROM r9
  GROUP BY
    1,
    2,
    3
), r11 AS NOT MATERIALIZED (
  SELECT
    c_9,
    c_6,
    c_5,
    c_8
  FROM r10
  ORDER BY
    c_8 ASC NULLS FIRST,
    c_9 DESC,
    c_9 NULLS FIRST,
    c_6 NULLS FIRST,
    c_5 NULLS FIRST,
    c_8 NULLS FIRST
), r12 AS NOT MATERIALIZED (
  SELECT
    c_9,
    c_6,
    c_5,
    c_8,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    c_9,
    c_6,
    c_5,
    c_8,
    row_position,
    ROW_NUMBER() OVER (PARTITION BY c_6, c_5 ORDER BY row_position) AS rank_in_group
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    c_9,
    c_6,
    c_5,
    c_8
  FROM r13
  WHERE
    rank_in_group <= 1
  ORDER BY
    row_position
), r15 AS NOT MATERIALIZED (
  SELECT
    c_9,
    c_6,
    c_5,
    c_8,
    ROW_NUMBER() OVER () AS row_position
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    c_9,
    c_6,
    c_5,
    c_8
  FROM r15
  ORDER BY
    c_5 DESC,
    c_6 DESC,
    c_8 ASC NULLS FIRST,
    c_9 DESC,
    row_position
), r17 AS NOT MATERIALIZED (
  SELECT
    c_6 AS region_10,
    c_5 AS aggregated_region_11,
    c_9 AS name_12,
    c_8 AS largest_13
  FROM r16
)
SELECT
  region_10,
  aggregated_region_11,
  name_12,
  largest_13
FROM r17
-- $p1 = 'north'
-- $p2 = 'a'
-- $p3 = 'b'
-- $p4 = 'south'
-- $p5 = 'c'
-- $p6 = 'd'
-- $p7 = 'west'
-- $p8 = 'e'
