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
    Machine_3,
    CAST($p5 AS TEXT) AS Path_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Account_1,
    Result_2,
    Machine_3,
    Path_4
  FROM r2
  WHERE
    Result_2 > CAST(3 AS BIGINT)
    OR STARTS_WITH(LOWER(Path_4), LOWER(CAST($p6 AS TEXT)))
), r4 AS NOT MATERIALIZED (
  SELECT
    Account_1,
    Result_2,
    Machine_3
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    CAST(Machine_5 AS TEXT) AS Machine_5,
    CAST(Account_6 AS TEXT) AS Account_6,
    CAST(Path_7 AS TEXT) AS Path_7
  FROM (VALUES
    (CAST($p2 AS TEXT), CAST($p1 AS TEXT), CAST($p7 AS TEXT)),
    (CAST($p8 AS TEXT), CAST($p9 AS TEXT), CAST($p5 AS TEXT))) AS given(Machine_5, Account_6, Path_7)
), r6 AS NOT MATERIALIZED (
  SELECT
    Machine_5,
    Account_6,
    Path_7,
    CAST(NULL AS BIGINT) AS Result_8
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    Machine_5,
    Account_6,
    Path_7,
    Result_8
  FROM r6
  WHERE
    Result_8 > CAST(3 AS BIGINT)
    OR STARTS_WITH(LOWER(Path_7), LOWER(CAST($p6 AS TEXT)))
), r8 AS NOT MATERIALIZED (
  SELECT
    Machine_5,
    Account_6,
    Path_7
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    CAST($p10 AS TEXT) AS Kind_9,
    CAST(Account_1 AS TEXT) AS Account_10,
    CAST(COALESCE(CAST(Result_2 AS TEXT), '') AS TEXT) AS Result_11,
    CAST($p5 AS TEXT) AS Path_12
  FROM r4
  UNION ALL
  SELECT
    CAST($p11 AS TEXT) AS Kind_9,
    CAST(Account_6 AS TEXT) AS Account_10,
    CAST($p5 AS TEXT) AS Result_11,
    CAST(Path_7 AS TEXT) AS Path_12
  FROM r8
)
SELECT
  Kind_9,
  Account_10,
  Result_11,
  Path_12
FROM r9
-- $p1 = 'anna'
-- $p2 = 'web1'
-- $p3 = 'ben'
-- $p4 = 'web2'
-- $p5 = ''
-- $p6 = '/etc'
-- $p7 = '/etc/passwd'
-- $p8 = 'db1'
-- $p9 = 'Carl'
-- $p10 = 'Logons'
-- $p11 = 'Files'
