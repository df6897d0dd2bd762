WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CASE
      WHEN REGEXP_FULL_MATCH(CAST($p1 AS TEXT), '[0-9A-Fa-f]{1,13}')
      THEN CAST(CAST('0x' || CAST($p1 AS TEXT) AS BIGINT) AS DOUBLE)
    END AS h_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    h_2,
    CASE
      WHEN REGEXP_FULL_MATCH(CAST($p2 AS TEXT), '[01]{1,53}')
      THEN CAST(CAST('0b' || CAST($p2 AS TEXT) AS BIGINT) AS DOUBLE)
    END AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    h_2,
    b_3,
    CAST(NULL AS DOUBLE) AS s_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    h_2,
    b_3,
    s_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [TRIM(CAST($p3 AS TEXT), CAST($p4 AS TEXT))],
        LAMBDA given0 : CASE
          WHEN ORD(given0) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(given0, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(given0 AS DOUBLE)
        END
      ),
      1
    ) AS t_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    h_2,
    b_3,
    s_4,
    t_5
  FROM r5
)
SELECT
  h_2,
  b_3,
  s_4,
  t_5
FROM r6
-- $p1 = '0A4'
-- $p2 = '0101'
-- $p3 = ' 5'
-- $p4 = ' \t'
