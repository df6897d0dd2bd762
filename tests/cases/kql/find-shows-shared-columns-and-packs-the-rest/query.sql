WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Account_1 AS TEXT) AS Account_1,
    CAST(Result_2 AS BIGINT) AS Result_2,
    CAST(Machine_3 AS TEXT) AS Machine_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(0 AS BIGINT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST(5 AS BIGINT), CAST($p4 AS TEXT))) AS given(Account_1, Result_2, Machine_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    Account_1,
    Result_2,
    Machine_3
  FROM r1
  WHERE
    Account_1 = CAST($p1 AS TEXT) OR Machine_3 = CAST($p5 AS TEXT)
), r3 AS NOT MATERIALIZED (
  SELECT
    Account_1,
    Result_2,
    Machine_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    CAST(Machine_4 AS TEXT) AS Machine_4,
    CAST(Account_5 AS TEXT) AS Account_5,
    CAST(Path_6 AS TEXT) AS Path_6
  FROM (VALUES
    (CAST($p2 AS TEXT), CAST($p1 AS TEXT), CAST($p6 AS TEXT)),
    (CAST($p5 AS TEXT), CAST($p7 AS TEXT), CAST($p8 AS TEXT))) AS given(Machine_4, Account_5, Path_6)
), r5 AS NOT MATERIALIZED (
  SELECT
    Machine_4,
    Account_5,
    Path_6
  FROM r4
  WHERE
    Account_5 = CAST($p1 AS TEXT) OR Machine_4 = CAST($p5 AS TEXT)
), r6 AS NOT MATERIALIZED (
  SELECT
    Machine_4,
    Account_5,
    Path_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    CAST($p9 AS TEXT) AS source__7,
    CAST(Account_1 AS TEXT) AS Account_8,
    CAST(Machine_3 AS TEXT) AS Machine_9,
    CAST('{' || (
      CAST(TO_JSON(CAST($p10 AS TEXT)) AS TEXT) || ':' || COALESCE(CAST(Result_2 AS TEXT), 'null')
    ) || '}' AS TEXT) AS pack__10
  FROM r3
  UNION ALL
  SELECT
    CAST($p11 AS TEXT) AS source__7,
    CAST(Account_5 AS TEXT) AS Account_8,
    CAST(Machine_4 AS TEXT) AS Machine_9,
    CAST('{' || (
      CAST(TO_JSON(CAST($p12 AS TEXT)) AS TEXT) || ':' || CAST(TO_JSON(Path_6) AS TEXT)
    ) || '}' AS TEXT) AS pack__10
  FROM r6
)
SELECT
  source__7,
  Account_8,
  Machine_9,
  pack__10
FROM r7
-- $p1 = 'anna'
-- $p2 = 'web1'
-- $p3 = 'ben'
-- $p4 = 'web2'
-- $p5 = 'db1'
-- $p6 = '/etc/passwd'
-- $p7 = 'Carl'
-- $p8 = ''
-- $p9 = 'Logons'
-- $p10 = 'Result'
-- $p11 = 'Files'
-- $p12 = 'Path'
