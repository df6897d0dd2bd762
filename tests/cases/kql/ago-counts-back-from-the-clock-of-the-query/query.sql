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
    ProcessId_5,
    CAST(639080496000000000 AS BIGINT) - Timestamp_1 AS age_6
  FROM r2
)
SELECT
  ProcessId_5,
  age_6
FROM r3
