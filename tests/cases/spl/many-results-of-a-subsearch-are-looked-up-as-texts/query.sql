WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    kind_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    kind_3
  FROM r1
  WHERE
    NOT n_2 IS NULL
    AND (
      LENGTH(LOWER(kind_3)) || ':' || LOWER(kind_3) || LOWER(n_2)
    ) IN (
      SELECT
        LENGTH(LOWER(v0)) || ':' || LOWER(v0) || LOWER(v1)
      FROM (
        SELECT
          UNNEST(
            [
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT),
              CAST($p1 AS TEXT),
              CAST($p2 AS TEXT)
            ]
          ) AS v0,
          UNNEST(
            [
              CAST($p3 AS TEXT),
              CAST($p4 AS TEXT),
              CAST($p5 AS TEXT),
              CAST($p6 AS TEXT),
              CAST($p7 AS TEXT),
              CAST($p8 AS TEXT),
              CAST($p9 AS TEXT),
              CAST($p10 AS TEXT),
              CAST($p11 AS TEXT),
              CAST($p12 AS TEXT),
              CAST($p13 AS TEXT),
              CAST($p14 AS TEXT),
              CAST($p15 AS TEXT),
              CAST($p16 AS TEXT),
              CAST($p17 AS TEXT),
              CAST($p18 AS TEXT),
              CAST($p19 AS TEXT),
              CAST($p20 AS TEXT),
              CAST($p21 AS TEXT),
              CAST($p22 AS TEXT),
              CAST($p23 AS TEXT),
              CAST($p24 AS TEXT),
              CAST($p25 AS TEXT),
              CAST($p26 AS TEXT),
              CAST($p27 AS TEXT),
              CAST($p28 AS TEXT),
              CAST($p29 AS TEXT),
              CAST($p30 AS TEXT),
              CAST($p31 AS TEXT),
              CAST($p32 AS TEXT),
              CAST($p33 AS TEXT),
              CAST($p34 AS TEXT),
              CAST($p35 AS TEXT),
              CAST($p36 AS TEXT),
              CAST($p37 AS TEXT),
              CAST($p38 AS TEXT),
              CAST($p39 AS TEXT),
              CAST($p40 AS TEXT),
              CAST($p41 AS TEXT),
              CAST($p42 AS TEXT),
              CAST($p43 AS TEXT),
              CAST($p44 AS TEXT),
              CAST($p45 AS TEXT),
              CAST($p46 AS TEXT),
              CAST($p47 AS TEXT),
              CAST($p48 AS TEXT),
              CAST($p49 AS TEXT),
              CAST($p50 AS TEXT),
              CAST($p51 AS TEXT),
              CAST($p52 AS TEXT),
              CAST($p53 AS TEXT),
              CAST($p54 AS TEXT),
              CAST($p55 AS TEXT),
              CAST($p56 AS TEXT),
              CAST($p57 AS TEXT),
              CAST($p58 AS TEXT),
              CAST($p59 AS TEXT),
              CAST($p60 AS TEXT),
              CAST($p61 AS TEXT),
              CAST($p62 AS TEXT)
            ]
          ) AS v1
      ) AS given
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    kind_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    kind_3
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    kind_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    kind_3
  FROM r5
  ORDER BY
    CASE
      WHEN ORD(n_2) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(n_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(n_2 AS DOUBLE)
    END ASC,
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_2,
    kind_3
  FROM r6
  LIMIT 10000
), r8 AS NOT MATERIALIZED (
  SELECT
    n_2,
    kind_3
  FROM r7
)
SELECT
  n_2,
  kind_3
FROM r8
-- $p1 = 'odd'
-- $p2 = 'Even'
-- $p3 = '1'
-- $p4 = '2'
-- $p5 = '3'
-- $p6 = '4'
-- $p7 = '5'
-- $p8 = '6'
-- $p9 = '7'
-- $p10 = '8'
-- $p11 = '9'
-- $p12 = '10'
-- $p13 = '11'
-- $p14 = '12'
-- $p15 = '13'
-- $p16 = '14'
-- $p17 = '15'
-- $p18 = '16'
-- $p19 = '17'
-- $p20 = '18'
-- $p21 = '19'
-- $p22 = '20'
-- $p23 = '21'
-- $p24 = '22'
-- $p25 = '23'
-- $p26 = '24'
-- $p27 = '25'
-- $p28 = '26'
-- $p29 = '27'
-- $p30 = '28'
-- $p31 = '29'
-- $p32 = '30'
-- $p33 = '31'
-- $p34 = '32'
-- $p35 = '33'
-- $p36 = '34'
-- $p37 = '35'
-- $p38 = '36'
-- $p39 = '37'
-- $p40 = '38'
-- $p41 = '39'
-- $p42 = '40'
-- $p43 = '41'
-- $p44 = '42'
-- $p45 = '43'
-- $p46 = '44'
-- $p47 = '45'
-- $p48 = '46'
-- $p49 = '47'
-- $p50 = '48'
-- $p51 = '49'
-- $p52 = '50'
-- $p53 = '51'
-- $p54 = '52'
-- $p55 = '53'
-- $p56 = '54'
-- $p57 = '55'
-- $p58 = '56'
-- $p59 = '57'
-- $p60 = '58'
-- $p61 = '59'
-- $p62 = '60'
