WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Name_1 AS TEXT) AS Name_1,
    CAST(Pid_2 AS BIGINT) AS Pid_2,
    CAST(Ok_3 AS BOOLEAN) AS Ok_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT), TRUE),
    (CAST($p2 AS TEXT), CAST(2 AS BIGINT), FALSE)) AS given(Name_1, Pid_2, Ok_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    Pid_2,
    Ok_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    Pid_2,
    Ok_3,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_4,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    Pid_2,
    Ok_3,
    place_4
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    Pid_2,
    Ok_3,
    place_4,
    UNNEST(
      CASE
        WHEN LENGTH([CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST($p5 AS TEXT)]) > 0
        THEN [CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST($p5 AS TEXT)]
        ELSE [NULL]
      END
    ) AS Column_5,
    UNNEST(
      CASE
        WHEN LENGTH(
          [
            Name_1,
            COALESCE(CAST(Pid_2 AS TEXT), ''),
            CASE WHEN Ok_3 THEN 'True' WHEN NOT Ok_3 THEN 'False' ELSE '' END
          ]
        ) > 0
        THEN [
          Name_1,
          COALESCE(CAST(Pid_2 AS TEXT), ''),
          CASE WHEN Ok_3 THEN 'True' WHEN NOT Ok_3 THEN 'False' ELSE '' END
        ]
        ELSE [NULL]
      END
    ) AS Value_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    place_4 - 1 AS Row_7,
    Column_5,
    Value_6
  FROM r5
)
SELECT
  Row_7,
  Column_5,
  Value_6
FROM r6
-- $p1 = 'a'
-- $p2 = 'b'
-- $p3 = 'Name'
-- $p4 = 'Pid'
-- $p5 = 'Ok'
