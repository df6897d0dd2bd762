WITH r1 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    FileName_3,
    ProcessCommandLine_4,
    ProcessId_5
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    FileName_3,
    ProcessCommandLine_4,
    ProcessId_5
  FROM r1
  WHERE
    Timestamp_1 > CASE
      WHEN (
        CAST(CAST(639080496000000000 AS BIGINT) AS INT128) - CAST(864000000000 AS BIGINT)
      ) BETWEEN 0 AND 3155378975999999999
      THEN CAST((
        CAST(CAST(639080496000000000 AS BIGINT) AS INT128) - CAST(864000000000 AS BIGINT)
      ) AS BIGINT)
    END
), r3 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    FileName_3,
    ProcessCommandLine_4,
    ProcessId_5
  FROM r2
  WHERE
    LOWER(FileName_3) IN (LOWER(CAST($p1 AS TEXT)), LOWER(CAST($p2 AS TEXT)))
    OR LOWER(FileName_3) IN (LOWER(CAST($p3 AS TEXT)))
), r4 AS NOT MATERIALIZED (
  SELECT
    ProcessId_5,
    FileName_3
  FROM r3
)
SELECT
  ProcessId_5,
  FileName_3
FROM r4
-- $p1 = 'python'
-- $p2 = 'python.exe'
-- $p3 = 'python3'
