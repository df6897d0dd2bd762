WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Name_1 AS TEXT) AS Name_1,
    CAST(Pid_2 AS BIGINT) AS Pid_2,
    CAST(More_3 AS TEXT) AS More_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(7 AS BIGINT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST(NULL AS BIGINT), CAST(NULL AS TEXT))) AS given(Name_1, Pid_2, More_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    Pid_2,
    More_3,
    '{' || (
      CAST(TO_JSON(CAST($p4 AS TEXT)) AS TEXT) || ':' || CAST(TO_JSON(Name_1) AS TEXT)
    ) || ',' || (
      CAST(TO_JSON(CAST($p5 AS TEXT)) AS TEXT) || ':' || COALESCE(CAST(Pid_2 AS TEXT), 'null')
    ) || '}' AS some_4,
    '{' || (
      CAST(TO_JSON(CAST($p4 AS TEXT)) AS TEXT) || ':' || CAST(TO_JSON(Name_1) AS TEXT)
    ) || ',' || (
      CAST(TO_JSON(CAST($p5 AS TEXT)) AS TEXT) || ':' || COALESCE(CAST(Pid_2 AS TEXT), 'null')
    ) || ',' || (
      CAST(TO_JSON(CAST($p6 AS TEXT)) AS TEXT) || ':' || COALESCE(More_3, 'null')
    ) || '}' AS every_5,
    '{' || ARRAY_TO_STRING(
      LIST_FILTER(
        [
          CAST(TO_JSON(CAST($p4 AS TEXT)) AS TEXT) || ':' || CASE
            WHEN Name_1 = CAST($p3 AS TEXT)
            THEN CAST(NULL AS TEXT)
            ELSE CAST(TO_JSON(Name_1) AS TEXT)
          END,
          CAST(TO_JSON(CAST($p5 AS TEXT)) AS TEXT) || ':' || CASE
            WHEN Pid_2 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(Pid_2 AS TEXT), 'null')
          END,
          CAST(TO_JSON(CAST($p6 AS TEXT)) AS TEXT) || ':' || NULLIF(More_3, '""')
        ],
        LAMBDA one : NOT one IS NULL
      ),
      ','
    ) || '}' AS filled_6,
    '[' || (
      CAST(TO_JSON(Name_1) AS TEXT)
    ) || ',' || (
      COALESCE(CAST(Pid_2 AS TEXT), 'null')
    ) || ',' || (
      COALESCE(More_3, 'null')
    ) || ']' AS row_7
  FROM r1
)
SELECT
  Name_1,
  Pid_2,
  More_3,
  some_4,
  every_5,
  filled_6,
  row_7
FROM r2
-- $p1 = 'bash'
-- $p2 = '{"a":1}'
-- $p3 = ''
-- $p4 = 'Name'
-- $p5 = 'Pid'
-- $p6 = 'More'
