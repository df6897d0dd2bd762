WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Score_1 AS BIGINT) AS Score_1
  FROM (VALUES
    (CAST(5 AS BIGINT)),
    (CAST(5 AS BIGINT)),
    (CAST(5 AS BIGINT)),
    (CAST(3 AS BIGINT)),
    (CAST(3 AS BIGINT)),
    (CAST(8 AS BIGINT))) AS given(Score_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    Score_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Score_1
  FROM r2
  ORDER BY
    Score_1 DESC,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    Score_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    Score_1,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS row_number_2,
    LAG(Score_1, CAST(1 AS BIGINT), CAST(NULL AS BIGINT)) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS prev_3,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    Score_1,
    row_number_2,
    prev_3
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    Score_1,
    row_number_2,
    prev_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    Score_1,
    row_number_2,
    prev_3,
    COUNT_IF((
      row_number_2 = CAST(1 AS BIGINT) OR Score_1 IS DISTINCT FROM prev_3
    )) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS count_true_4,
    MAX(
      CASE
        WHEN row_number_2 = CAST(1 AS BIGINT) OR Score_1 IS DISTINCT FROM prev_3
        THEN row_number_2
        ELSE CAST(NULL AS BIGINT)
      END
    ) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS max_5,
    row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    Score_1,
    row_number_2,
    prev_3,
    count_true_4,
    max_5
  FROM r8
  ORDER BY
    row_position
), r10 AS NOT MATERIALIZED (
  SELECT
    Score_1,
    count_true_4 AS Dense_6,
    max_5 AS Least_7
  FROM r9
)
SELECT
  Score_1,
  Dense_6,
  Least_7
FROM r10
