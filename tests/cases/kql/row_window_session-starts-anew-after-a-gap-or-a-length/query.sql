WITH RECURSIVE r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Time_1 AS BIGINT) AS Time_1
  FROM (VALUES
    (CAST(638484264000000000 AS BIGINT)),
    (CAST(638484266400000000 AS BIGINT)),
    (CAST(638484268800000000 AS BIGINT)),
    (CAST(638484276000000000 AS BIGINT)),
    (CAST(638484278400000000 AS BIGINT))) AS given(Time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    Time_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Time_1
  FROM r2
  ORDER BY
    Time_1 ASC NULLS FIRST,
    row_position
), r4 AS NOT MATERIALIZED (
  SELECT
    Time_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS MATERIALIZED (
  SELECT
    Time_1,
    row_position,
    MIN(row_position) OVER () AS row_group,
    ROW_NUMBER() OVER (ORDER BY row_position) AS row_place
  FROM r4
), r6 AS (
  SELECT DISTINCT
    row_group,
    CAST(0 AS BIGINT) AS row_place,
    CAST(NULL AS BIGINT) AS session_2,
    CAST(NULL AS BIGINT) AS before_3,
    CAST(NULL AS BIGINT) AS session_4,
    CAST(NULL AS BIGINT) AS before_5
  FROM r5
  UNION ALL
  SELECT
    row_group,
    row_place,
    session_4 AS session_2,
    before_5 AS before_3,
    session_4,
    before_5
  FROM (
    SELECT
      *,
      CASE
        WHEN Time_1 IS NULL
        OR CAST(36000000000 AS BIGINT) IS NULL
        OR CAST(3000000000 AS BIGINT) IS NULL
        THEN NULL
        WHEN session_2 IS NULL
        OR Time_1 >= session_2 + CAST(36000000000 AS BIGINT)
        OR Time_1 >= before_3 + CAST(3000000000 AS BIGINT)
        OR COALESCE(FALSE, FALSE)
        THEN Time_1
        ELSE session_2
      END AS session_4,
      Time_1 AS before_5
    FROM (
      SELECT
        placed.Time_1,
        placed.row_group,
        placed.row_place,
        walked.session_2,
        walked.before_3
      FROM r6 AS walked
      JOIN r5 AS placed
        ON placed.row_group = walked.row_group AND placed.row_place = walked.row_place + 1
    ) AS stage0
  ) AS staged
), r7 AS NOT MATERIALIZED (
  SELECT
    placed.Time_1,
    walked.session_4,
    walked.before_5
  FROM r5 AS placed
  JOIN r6 AS walked
    ON placed.row_group = walked.row_group AND placed.row_place = walked.row_place
  ORDER BY
    placed.row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    Time_1,
    session_4,
    before_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r7
), r9 AS MATERIALIZED (
  SELECT
    Time_1,
    session_4,
    before_5,
    row_position,
    MIN(row_position) OVER () AS row_group,
    ROW_NUMBER() OVER (ORDER BY row_position) AS row_place
  FROM r8
), r10 AS (
  SELECT DISTINCT
    row_group,
    CAST(0 AS BIGINT) AS row_place,
    CAST(NULL AS BIGINT) AS session_6,
    CAST(NULL AS BIGINT) AS before_7,
    CAST(NULL AS BIGINT) AS session_8,
    CAST(NULL AS BIGINT) AS before_9
  FROM r9
  UNION ALL
  SELECT
    row_group,
    row_place,
    session_8 AS session_6,
    before_9 AS before_7,
    session_8,
    before_9
  FROM (
    SELECT
      *,
      CASE
        WHEN Time_1 IS NULL
        OR CAST(3600000000 AS BIGINT) IS NULL
        OR CAST(36000000000 AS BIGINT) IS NULL
        THEN NULL
        WHEN session_6 IS NULL
        OR Time_1 >= session_6 + CAST(3600000000 AS BIGINT)
        OR Time_1 >= before_7 + CAST(36000000000 AS BIGINT)
        OR COALESCE(FALSE, FALSE)
        THEN Time_1
        ELSE session_6
      END AS session_8,
      Time_1 AS before_9
    FROM (
      SELECT
        placed.Time_1,
        placed.session_4,
        placed.before_5,
        placed.row_group,
        placed.row_place,
        walked.session_6,
        walked.before_7
      FROM r10 AS walked
      JOIN r9 AS placed
        ON placed.row_group = walked.row_group AND placed.row_place = walked.row_place + 1
    ) AS stage0
  ) AS staged
), r11 AS NOT MATERIALIZED (
  SELECT
    placed.Time_1,
    placed.session_4,
    placed.before_5,
    walked.session_8,
    walked.before_9
  FROM r9 AS placed
  JOIN r10 AS walked
    ON placed.row_group = walked.row_group AND placed.row_place = walked.row_place
  ORDER BY
    placed.row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    Time_1,
    session_4 AS Gap_10,
    session_8 AS Length_11
  FROM r11
)
SELECT
  Time_1,
  Gap_10,
  Length_11
FROM r12
