WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Computer_1 AS TEXT) AS Computer_1,
    CAST(Pid_2 AS BIGINT) AS Pid_2,
    CAST(Score_3 AS DOUBLE) AS Score_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT), 0.5e0),
    (CAST($p2 AS TEXT), CAST(2 AS BIGINT), 0.25e0)) AS given(Computer_1, Pid_2, Score_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    Computer_1,
    Pid_2,
    Score_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    FIRST(Pid_2 ORDER BY Pid_2 DESC, row_position ASC) AS max_Pid_4,
    COALESCE(FIRST(Computer_1 ORDER BY Pid_2 DESC, row_position ASC), '') AS max_Pid_Computer_5,
    FIRST(Score_3 ORDER BY ISNAN(Score_3) DESC, Score_3 ASC, row_position ASC) AS min_Score_6,
    COALESCE(FIRST(Computer_1 ORDER BY ISNAN(Score_3) DESC, Score_3 ASC, row_position ASC), '') AS min_Score_Computer_7,
    FIRST(Pid_2 ORDER BY ISNAN(Score_3) DESC, Score_3 ASC, row_position ASC) AS min_Score_Pid_8,
    COALESCE(FIRST(Computer_1 ORDER BY row_position ASC), '') AS any_Computer_9,
    FIRST(
      CAST((
        (
          (
            CAST(Pid_2 AS INT128) + CAST(1 AS BIGINT)
          ) + 9223372036854775808
        ) & 18446744073709551615
      ) - 9223372036854775808 AS BIGINT) ORDER BY row_position ASC
    ) AS any_arg1_10,
    FIRST(Pid_2 ORDER BY Pid_2 DESC, row_position ASC) AS Most_11,
    COALESCE(FIRST(Computer_1 ORDER BY Pid_2 DESC, row_position ASC), '') AS max_Pid_Computer1_12,
    FIRST(Score_3 ORDER BY Pid_2 DESC, row_position ASC) AS max_Pid_Score_13
  FROM r2
)
SELECT
  max_Pid_4,
  max_Pid_Computer_5,
  min_Score_6,
  min_Score_Computer_7,
  min_Score_Pid_8,
  any_Computer_9,
  any_arg1_10,
  Most_11,
  max_Pid_Computer1_12,
  max_Pid_Score_13
FROM r3
-- $p1 = 'web'
-- $p2 = 'db'
