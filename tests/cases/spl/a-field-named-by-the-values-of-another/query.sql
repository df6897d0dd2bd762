WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(k_2 AS TEXT) AS k_2,
    CAST(v_3 AS TEXT) AS v_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT), CAST($p5 AS TEXT))) AS given(_time_1, k_2, v_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    CASE
      WHEN COALESCE(
        (
          (
            (
              CAST($p6 AS TEXT) || CAST($p7 AS TEXT)
            ) || k_2
          ) || CAST($p6 AS TEXT)
        ) = CAST($p8 AS TEXT),
        FALSE
      )
      THEN v_3
      ELSE CAST(NULL AS TEXT)
    END AS pre_x_4,
    CASE
      WHEN COALESCE(
        (
          (
            (
              CAST($p6 AS TEXT) || CAST($p7 AS TEXT)
            ) || k_2
          ) || CAST($p6 AS TEXT)
        ) = CAST($p9 AS TEXT),
        FALSE
      )
      THEN v_3
      ELSE CAST(NULL AS TEXT)
    END AS pre_y_5
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    k_2,
    v_3,
    pre_x_4,
    pre_y_5
  FROM r2
)
SELECT
  k_2,
  v_3,
  pre_x_4,
  pre_y_5
FROM r3
-- $p1 = 'x'
-- $p2 = '1'
-- $p3 = 'y'
-- $p4 = '2'
-- $p5 = '3'
-- $p6 = ''
-- $p7 = 'pre_'
-- $p8 = 'pre_x'
-- $p9 = 'pre_y'
