WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(host_1 AS TEXT) AS host_1,
    CAST(bytes_2 AS BIGINT) AS bytes_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(3 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(5 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(9 AS BIGINT))) AS given(host_1, bytes_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    host_1,
    bytes_2,
    host_1 AS partition_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_1,
    bytes_2,
    partition_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    partition_3 AS partition_3,
    CAST((
      (
        COALESCE(SUM(CAST(bytes_2 AS INT128)), 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS total_4,
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN bytes_2 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(bytes_2 AS TEXT), 'null')
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN bytes_2 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(bytes_2 AS TEXT), 'null')
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS sizes_5
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    total_4,
    sizes_5
  FROM r4
)
SELECT
  total_4,
  sizes_5
FROM r5
ORDER BY
  total_4,
  sizes_5
-- $p1 = 'a'
-- $p2 = 'b'
