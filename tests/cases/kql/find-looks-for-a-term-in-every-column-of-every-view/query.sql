WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Account_1 AS TEXT) AS Account_1,
    CAST(Machine_2 AS TEXT) AS Machine_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT))) AS given(Account_1, Machine_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    Account_1,
    Machine_2
  FROM r1
  WHERE
    (
      REGEXP_MATCHES(Account_1, CAST($p5 AS TEXT))
      OR REGEXP_MATCHES(Machine_2, CAST($p5 AS TEXT))
    )
    AND REGEXP_MATCHES(Machine_2, CAST($p6 AS TEXT))
), r3 AS NOT MATERIALIZED (
  SELECT
    Account_1,
    Machine_2
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    CAST(Machine_3 AS TEXT) AS Machine_3,
    CAST(Path_4 AS TEXT) AS Path_4
  FROM (VALUES
    (CAST($p2 AS TEXT), CAST($p7 AS TEXT)),
    (CAST($p8 AS TEXT), CAST($p9 AS TEXT))) AS given(Machine_3, Path_4)
), r5 AS NOT MATERIALIZED (
  SELECT
    Machine_3,
    Path_4
  FROM r4
  WHERE
    (
      REGEXP_MATCHES(Machine_3, CAST($p5 AS TEXT))
      OR REGEXP_MATCHES(Path_4, CAST($p5 AS TEXT))
    )
    AND REGEXP_MATCHES(Machine_3, CAST($p6 AS TEXT))
), r6 AS NOT MATERIALIZED (
  SELECT
    Machine_3,
    Path_4
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    CAST($p10 AS TEXT) AS source__5,
    CAST('{' || (
      CAST(TO_JSON(CAST($p11 AS TEXT)) AS TEXT) || ':' || CAST(TO_JSON(Account_1) AS TEXT)
    ) || ',' || (
      CAST(TO_JSON(CAST($p12 AS TEXT)) AS TEXT) || ':' || CAST(TO_JSON(Machine_2) AS TEXT)
    ) || '}' AS TEXT) AS pack__6
  FROM r3
  UNION ALL
  SELECT
    CAST($p13 AS TEXT) AS source__5,
    CAST('{' || (
      CAST(TO_JSON(CAST($p12 AS TEXT)) AS TEXT) || ':' || CAST(TO_JSON(Machine_3) AS TEXT)
    ) || ',' || (
      CAST(TO_JSON(CAST($p14 AS TEXT)) AS TEXT) || ':' || CAST(TO_JSON(Path_4) AS TEXT)
    ) || '}' AS TEXT) AS pack__6
  FROM r6
)
SELECT
  source__5,
  pack__6
FROM r7
-- $p1 = 'anna'
-- $p2 = 'web1'
-- $p3 = 'ben'
-- $p4 = 'web2'
-- $p5 = '(?is)(?:^|[^\\pL\\pN])anna(?:$|[^\\pL\\pN])'
-- $p6 = '(?is)(?:^|[^\\pL\\pN])web1(?:$|[^\\pL\\pN])'
-- $p7 = '/home/Anna/x'
-- $p8 = 'db1'
-- $p9 = '/annas'
-- $p10 = 'Logons'
-- $p11 = 'Account'
-- $p12 = 'Machine'
-- $p13 = 'Files'
-- $p14 = 'Path'
