WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Name_1 AS TEXT) AS Name_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT))) AS given(Name_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Name_1
  FROM r2
  ORDER BY
    Name_1 DESC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_2,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    place_2
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    CAST(Name_3 AS TEXT) AS Name_3
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT))) AS given(Name_3)
), r8 AS NOT MATERIALIZED (
  SELECT
    Name_3 AS Name_4
  FROM r7
  GROUP BY
    1
), r9 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    place_2
  FROM r6
  SEMI JOIN r8
    ON Name_1 IS NOT DISTINCT FROM Name_4
), r10 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    place_2
  FROM r9
  ORDER BY
    place_2 ASC,
    Name_1 NULLS FIRST,
    place_2 NULLS FIRST
), r11 AS NOT MATERIALIZED (
  SELECT
    Name_1
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_5,
    row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    place_5
  FROM r13
  ORDER BY
    row_position
), r15 AS NOT MATERIALIZED (
  SELECT
    CAST(Name_6 AS TEXT) AS Name_6
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT))) AS given(Name_6)
), r16 AS NOT MATERIALIZED (
  SELECT
    COUNT(*) AS Count_7
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    Count_7
  FROM r16
  LIMIT 1
), r18 AS NOT MATERIALIZED (
  SELECT
    FIRST(Count_7) AS Count_8
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    place_5,
    Count_8 AS Count_9
  FROM r14
  INNER JOIN r18
    ON TRUE
), r20 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    place_5,
    Count_9
  FROM r19
  ORDER BY
    place_5 ASC,
    Name_1 NULLS FIRST,
    place_5 NULLS FIRST,
    Count_9 NULLS FIRST
), r21 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    place_5,
    Count_9,
    ROW_NUMBER() OVER () AS row_position
  FROM r20
), r22 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    place_5,
    Count_9,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS row_number_10,
    row_position
  FROM r21
), r23 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    place_5,
    Count_9,
    row_number_10
  FROM r22
  ORDER BY
    row_position
), r24 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    Count_9 AS Most_11,
    row_number_10 AS Place_12
  FROM r23
)
SELECT
  Name_1,
  Most_11,
  Place_12
FROM r24
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'c'
-- $p4 = 'd'
