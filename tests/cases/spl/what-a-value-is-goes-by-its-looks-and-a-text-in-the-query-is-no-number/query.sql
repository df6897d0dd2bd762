WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(v_2 AS TEXT) AS v_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT))) AS given(_time_1, v_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    CASE
      WHEN v_2 IS NULL
      THEN CAST($p6 AS TEXT)
      WHEN CASE
        WHEN ORD(v_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(v_2 AS DOUBLE)
      END IS NULL
      THEN CAST($p7 AS TEXT)
      ELSE CAST($p8 AS TEXT)
    END AS t_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    t_3,
    CASE
      WHEN NOT CASE
        WHEN ORD(v_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(v_2 AS DOUBLE)
      END IS NULL
      THEN 1.0e0
      ELSE 0.0e0
    END AS n_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    t_3,
    n_4,
    CASE
      WHEN LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            CASE
              WHEN ORD(v_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(v_2 AS DOUBLE)
            END
          ],
          LAMBDA given0 : NOT given0 IS NULL AND given0 = TRUNC(given0)
        ),
        1
      )
      THEN 1.0e0
      ELSE 0.0e0
    END AS i_5
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    t_3,
    n_4,
    i_5,
    CASE
      WHEN NOT CASE
        WHEN ORD(v_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(v_2 AS DOUBLE)
      END IS NULL
      AND NOT LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            CASE
              WHEN ORD(v_2) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(v_2 AS DOUBLE)
            END
          ],
          LAMBDA given0 : NOT given0 IS NULL AND given0 = TRUNC(given0)
        ),
        1
      )
      THEN 1.0e0
      ELSE 0.0e0
    END AS d_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    t_3,
    n_4,
    i_5,
    d_6,
    CASE
      WHEN NOT v_2 IS NULL
      AND CASE
        WHEN ORD(v_2) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(v_2 AS DOUBLE)
      END IS NULL
      THEN 1.0e0
      ELSE 0.0e0
    END AS s_7
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    t_3,
    n_4,
    i_5,
    d_6,
    s_7,
    CASE
      WHEN COALESCE(ANTIVENOM_SPLUNK_JSON_KIND(v_2, CAST($p9 AS TEXT)), FALSE)
      THEN 1.0e0
      ELSE 0.0e0
    END AS a_8
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    t_3,
    n_4,
    i_5,
    d_6,
    s_7,
    a_8,
    CASE
      WHEN COALESCE(ANTIVENOM_SPLUNK_JSON_KIND(v_2, CAST($p10 AS TEXT)), FALSE)
      THEN 1.0e0
      ELSE 0.0e0
    END AS o_9
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    t_3,
    n_4,
    i_5,
    d_6,
    s_7,
    a_8,
    o_9,
    CASE WHEN NOT CAST(NULL AS DOUBLE) IS NULL THEN 1.0e0 ELSE 0.0e0 END AS lit_10
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    v_2,
    t_3,
    n_4,
    i_5,
    d_6,
    s_7,
    a_8,
    o_9,
    lit_10
  FROM r9
)
SELECT
  v_2,
  t_3,
  n_4,
  i_5,
  d_6,
  s_7,
  a_8,
  o_9,
  lit_10
FROM r10
-- $p1 = '12'
-- $p2 = '1.5'
-- $p3 = 'abc'
-- $p4 = '[1]'
-- $p5 = '{"a":1}'
-- $p6 = 'Invalid'
-- $p7 = 'String'
-- $p8 = 'Number'
-- $p9 = 'array'
-- $p10 = 'object'
