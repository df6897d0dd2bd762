WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(x_1 AS BIGINT) AS x_1,
    CAST(y_2 AS INT) AS y_2
  FROM (VALUES
    (CAST(12 AS BIGINT), CAST(1 AS INT)),
    (CAST(10 AS BIGINT), CAST(2 AS INT))) AS given(x_1, y_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    COALESCE(BIT_AND(x_1), ERROR('not supported: KQL binary_all_... of no numbers')) AS x_3,
    COALESCE(BIT_OR(y_2), ERROR('not supported: KQL binary_all_... of no numbers')) AS Either_4,
    COALESCE(BIT_XOR(x_1), ERROR('not supported: KQL binary_all_... of no numbers')) AS Odd_5
  FROM r1
)
SELECT
  x_3,
  Either_4,
  Odd_5
FROM r2
