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
    Timestamp_6,
    DeviceName_7,
    FileName_8,
    ProcessCommandLine_9,
    ProcessId_10
  FROM table2
), r3 AS NOT MATERIALIZED (
  SELECT
    Timestamp_6,
    DeviceName_7,
    FileName_8,
    ProcessCommandLine_9,
    ProcessId_10
  FROM r2
  WHERE
    FileName_8 = CAST($p1 AS TEXT)
), r4 AS NOT MATERIALIZED (
  SELECT
    DeviceName_7 AS DeviceName_11
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    DeviceName_11 AS DeviceName_12
  FROM r4
  GROUP BY
    1
), r6 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    FileName_3,
    ProcessCommandLine_4,
    ProcessId_5
  FROM r1
  SEMI JOIN r5
    ON DeviceName_2 IS NOT DISTINCT FROM DeviceName_12
), r7 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    FileName_3,
    ProcessCommandLine_4,
    ProcessId_5
  FROM r6
  WHERE
    NOT (
      FileName_3 = CAST($p1 AS TEXT)
    )
), r8 AS NOT MATERIALIZED (
  SELECT
    DeviceName_2,
    ProcessId_5
  FROM r7
)
SELECT
  DeviceName_2,
  ProcessId_5
FROM r8
ORDER BY
  DeviceName_2,
  ProcessId_5
-- $p1 = 'bash'
