WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    LIST_CONCAT(
      LIST_CONCAT(
        LIST_CONCAT(
          LIST_CONCAT(
            CASE WHEN NOT CAST($p1 AS TEXT) IS NULL THEN [CAST($p1 AS TEXT)] END,
            CASE WHEN NOT CAST($p2 AS TEXT) IS NULL THEN [CAST($p2 AS TEXT)] END
          ),
          CASE WHEN NOT CAST($p3 AS TEXT) IS NULL THEN [CAST($p3 AS TEXT)] END
        ),
        CASE WHEN NOT CAST($p4 AS TEXT) IS NULL THEN [CAST($p4 AS TEXT)] END
      ),
      CASE WHEN NOT CAST($p5 AS TEXT) IS NULL THEN [CAST($p5 AS TEXT)] END
    ) AS v_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    CASE WHEN NOT v_2 IS NULL THEN CAST(TO_JSON(v_2) AS TEXT) END AS a_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    v_2,
    a_3,
    '[' || ARRAY_TO_STRING(
      LIST_TRANSFORM(
        v_2,
        LAMBDA element : CASE WHEN JSON_VALID(element) THEN CAST(JSON(element) AS TEXT) ELSE 'null' END
      ),
      ','
    ) || ']' AS b_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    a_3,
    b_4
  FROM r4
)
SELECT
  a_3,
  b_4
FROM r5
-- $p1 = '"Buttercup"'
-- $p2 = 'true'
-- $p3 = 'null'
-- $p4 = '17'
-- $p5 = 'x'
