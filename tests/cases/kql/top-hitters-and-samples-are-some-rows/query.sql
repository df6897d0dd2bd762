WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(host_1 AS TEXT) AS host_1,
    CAST(bytes_2 AS BIGINT) AS bytes_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(3 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(9 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST(1 AS BIGINT))) AS given(host_1, bytes_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    host_1 AS host_4,
    CAST((
      (
        COALESCE(SUM(CAST(bytes_2 AS INT128)), 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS approximate_sum_bytes_3
  FROM r1
  GROUP BY
    1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_4,
    approximate_sum_bytes_3
  FROM r2
  ORDER BY
    approximate_sum_bytes_3 DESC,
    host_4 NULLS FIRST,
    approximate_sum_bytes_3 NULLS FIRST
), r4 AS NOT MATERIALIZED (
  SELECT
    host_4,
    approximate_sum_bytes_3
  FROM r3
  LIMIT 2
)
SELECT
  host_4,
  approximate_sum_bytes_3
FROM r4
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'c'
