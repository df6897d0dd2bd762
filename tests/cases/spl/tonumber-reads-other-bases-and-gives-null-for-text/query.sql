WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS v_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    CASE
      WHEN REGEXP_FULL_MATCH(CAST($p2 AS TEXT), '[0123456789abcdefABCDEF]{1,13}')
      THEN CAST(LIST_REDUCE(
        LIST_TRANSFORM(
          STR_SPLIT(LOWER(CAST($p2 AS TEXT)), ''),
          LAMBDA each : STRPOS('0123456789abcdefghijklmnopqrstuvwxyz', each) - 1
        ),
        LAMBDA made, each : made * 16 + each
      ) AS DOUBLE)
    END AS h_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    h_3,
    CASE
      WHEN REGEXP_FULL_MATCH(CAST($p3 AS TEXT), '[01]{1,53}')
      THEN CAST(LIST_REDUCE(
        LIST_TRANSFORM(
          STR_SPLIT(LOWER(CAST($p3 AS TEXT)), ''),
          LAMBDA each : STRPOS('0123456789abcdefghijklmnopqrstuvwxyz', each) - 1
        ),
        LAMBDA made, each : made * 2 + each
      ) AS DOUBLE)
    END AS b_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    h_3,
    b_4,
    CASE
      WHEN ORD(v_2) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(v_2 AS DOUBLE)
    END AS s_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    h_3,
    b_4,
    s_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [TRIM(v_2, CAST($p4 AS TEXT))],
        LAMBDA given0 : CASE
          WHEN ORD(given0) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(given0, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(given0 AS DOUBLE)
        END
      ),
      1
    ) AS t_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    h_3,
    b_4,
    s_5,
    t_6,
    CASE
      WHEN REGEXP_FULL_MATCH(CAST($p5 AS TEXT), '[01234567]{1,17}')
      THEN CAST(LIST_REDUCE(
        LIST_TRANSFORM(
          STR_SPLIT(LOWER(CAST($p5 AS TEXT)), ''),
          LAMBDA each : STRPOS('0123456789abcdefghijklmnopqrstuvwxyz', each) - 1
        ),
        LAMBDA made, each : made * 8 + each
      ) AS DOUBLE)
    END AS o_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    h_3,
    b_4,
    s_5,
    t_6,
    o_7,
    CASE
      WHEN REGEXP_FULL_MATCH(
        CAST($p6 AS TEXT),
        '[0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ]{1,10}'
      )
      THEN CAST(LIST_REDUCE(
        LIST_TRANSFORM(
          STR_SPLIT(LOWER(CAST($p6 AS TEXT)), ''),
          LAMBDA each : STRPOS('0123456789abcdefghijklmnopqrstuvwxyz', each) - 1
        ),
        LAMBDA made, each : made * 36 + each
      ) AS DOUBLE)
    END AS z_8
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    h_3,
    b_4,
    s_5,
    t_6,
    o_7,
    z_8
  FROM r8
)
SELECT
  h_3,
  b_4,
  s_5,
  t_6,
  o_7,
  z_8
FROM r9
-- $p1 = ' 5'
-- $p2 = '0A4'
-- $p3 = '0101'
-- $p4 = ' \t'
-- $p5 = '17'
-- $p6 = 'zz'
