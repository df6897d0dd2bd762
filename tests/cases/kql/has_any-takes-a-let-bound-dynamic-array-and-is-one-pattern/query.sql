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
    REGEXP_MATCHES(ProcessCommandLine_4, CAST($p1 AS TEXT))
    OR (
      REGEXP_MATCHES(ProcessCommandLine_4, CAST($p2 AS TEXT))
      AND REGEXP_MATCHES(ProcessCommandLine_4, CAST($p3 AS TEXT))
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    ProcessId_5
  FROM r2
)
SELECT
  ProcessId_5
FROM r3
-- $p1 = '(?is)(?:^|[^\\pL\\pN])(?:socket\\x{2e}socket|pty)(?:$|[^\\pL\\pN])|(?:^|[^\\pL\\pN])exec\\x{28}'
-- $p2 = '(?is)(?:^|[^\\pL\\pN])import(?:$|[^\\pL\\pN])'
-- $p3 = '(?is)(?:^|[^\\pL\\pN])socket(?:$|[^\\pL\\pN])'
