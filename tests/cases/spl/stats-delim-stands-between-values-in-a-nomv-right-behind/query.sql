WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(k_2 AS TEXT) AS k_2,
    CAST(v_3 AS TEXT) AS v_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p3 AS TEXT))) AS given(_time_1, k_2, v_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3
  FROM r1
  WHERE
    NOT k_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    k_2 AS k_5,
    LIST_SORT(ARRAY_AGG(DISTINCT v_3) FILTER(WHERE
      NOT v_3 IS NULL)) AS v_4
  FROM r2
  GROUP BY
    1
), r4 AS NOT MATERIALIZED (
  SELECT
    k_5,
    v_4
  FROM r3
  ORDER BY
    CASE
      WHEN ORD(k_5) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(k_5, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(k_5 AS DOUBLE)
    END ASC,
    k_5 ASC
), r5 AS NOT MATERIALIZED (
  SELECT
    k_5,
    ARRAY_TO_STRING(v_4, CAST($p4 AS TEXT)) AS v_6
  FROM r4
)
SELECT
  k_5,
  v_6
FROM r5
-- $p1 = 'a'
-- $p2 = '1'
-- $p3 = '2'
-- $p4 = ':'
