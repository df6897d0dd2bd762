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
    MAX(Timestamp_6) AS max_Timestamp_11
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    max_Timestamp_11
  FROM r3
  LIMIT 1
), r5 AS NOT MATERIALIZED (
  SELECT
    FIRST(max_Timestamp_11) AS max_Timestamp_12
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    FileName_3,
    ProcessCommandLine_4,
    ProcessId_5,
    max_Timestamp_12 AS max_Timestamp_13
  FROM r1
  INNER JOIN r5
    ON TRUE
), r7 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    FileName_3,
    ProcessCommandLine_4,
    ProcessId_5,
    max_Timestamp_13
  FROM r6
  WHERE
    CASE
      WHEN Timestamp_1 IS NULL AND max_Timestamp_13 IS NULL
      THEN NULL
      ELSE COALESCE(Timestamp_1 = max_Timestamp_13, FALSE)
    END
), r8 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    FileName_3,
    ProcessCommandLine_4,
    ProcessId_5
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    ProcessId_5,
    Timestamp_1
  FROM r8
)
SELECT
  ProcessId_5,
  Timestamp_1
FROM r9
ORDER BY
  ProcessId_5,
  Timestamp_1
