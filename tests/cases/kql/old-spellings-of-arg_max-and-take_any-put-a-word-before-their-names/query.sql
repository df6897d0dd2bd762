WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(host_1 AS TEXT) AS host_1,
    CAST(size_2 AS BIGINT) AS size_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(3 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(5 AS BIGINT))) AS given(host_1, size_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    host_1,
    size_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    FIRST(size_2 ORDER BY size_2 DESC, row_position ASC) AS max_size_3,
    COALESCE(FIRST(host_1 ORDER BY size_2 DESC, row_position ASC), '') AS max_size_host_4,
    FIRST(size_2 ORDER BY size_2 ASC, row_position ASC) AS min_size_5,
    COALESCE(FIRST(host_1 ORDER BY row_position ASC), '') AS any_host_6,
    FIRST(size_2 ORDER BY row_position ASC) AS any_size_7
  FROM r2
)
SELECT
  max_size_3,
  max_size_host_4,
  min_size_5,
  any_host_6,
  any_size_7
FROM r3
-- $p1 = 'a'
-- $p2 = 'b'
