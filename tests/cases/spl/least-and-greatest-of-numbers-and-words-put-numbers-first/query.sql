WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(v_2 AS TEXT) AS v_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p6 AS TEXT))) AS given(_time_1, v_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    COALESCE(
      ARG_MIN(
        v_2,
        CASE
          WHEN ORD(v_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_2 AS DOUBLE)
        END
      ),
      MIN(v_2)
    ) AS c_3,
    COALESCE(
      MAX(
        CASE
          WHEN NOT (
            ORD(v_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          )
          THEN v_2
        END
      ),
      ARG_MAX(
        v_2,
        CASE
          WHEN ORD(v_2) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_2 AS DOUBLE)
        END
      )
    ) AS c_4
  FROM r1
)
SELECT
  c_3,
  c_4
FROM r2
-- $p1 = '1'
-- $p2 = 'c'
-- $p3 = 'a'
-- $p4 = '2'
-- $p5 = '100'
-- $p6 = 'b'
