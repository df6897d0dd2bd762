WITH r1 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    AccountName_3,
    FileName_4,
    ProcessCommandLine_5,
    InitiatingProcessFileName_6,
    InitiatingProcessCommandLine_7
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    AccountName_3,
    FileName_4,
    ProcessCommandLine_5,
    InitiatingProcessFileName_6,
    InitiatingProcessCommandLine_7
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
    AccountName_3,
    FileName_4,
    ProcessCommandLine_5,
    InitiatingProcessFileName_6,
    InitiatingProcessCommandLine_7
  FROM r2
  WHERE
    LOWER(FileName_4) IN (
      LOWER(CAST($p1 AS TEXT)),
      LOWER(CAST($p2 AS TEXT)),
      LOWER(CAST($p3 AS TEXT)),
      LOWER(CAST($p4 AS TEXT)),
      LOWER(CAST($p5 AS TEXT))
    )
), r4 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    AccountName_3,
    FileName_4,
    ProcessCommandLine_5,
    InitiatingProcessFileName_6,
    InitiatingProcessCommandLine_7
  FROM r3
  WHERE
    REGEXP_MATCHES(ProcessCommandLine_5, CAST($p6 AS TEXT))
), r5 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    AccountName_3,
    FileName_4,
    ProcessCommandLine_5,
    InitiatingProcessFileName_6,
    InitiatingProcessCommandLine_7,
    REGEXP_MATCHES(ProcessCommandLine_5, CAST($p7 AS TEXT)) AS ReverseShell_8
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    AccountName_3,
    FileName_4,
    ProcessCommandLine_5,
    InitiatingProcessFileName_6,
    InitiatingProcessCommandLine_7,
    ReverseShell_8,
    REGEXP_MATCHES(ProcessCommandLine_5, CAST($p8 AS TEXT)) AS DownloadExec_9
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    AccountName_3,
    FileName_4,
    ProcessCommandLine_5,
    InitiatingProcessFileName_6,
    InitiatingProcessCommandLine_7,
    ReverseShell_8,
    DownloadExec_9,
    REGEXP_MATCHES(ProcessCommandLine_5, CAST($p9 AS TEXT)) AS SubprocessExec_10
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    AccountName_3,
    FileName_4,
    ProcessCommandLine_5,
    InitiatingProcessFileName_6,
    InitiatingProcessCommandLine_7,
    ReverseShell_8,
    DownloadExec_9,
    SubprocessExec_10,
    REGEXP_MATCHES(ProcessCommandLine_5, CAST($p10 AS TEXT)) AS CodeExec_11
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    AccountName_3,
    FileName_4,
    ProcessCommandLine_5,
    InitiatingProcessFileName_6,
    InitiatingProcessCommandLine_7,
    ReverseShell_8,
    DownloadExec_9,
    SubprocessExec_10,
    CodeExec_11
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    AccountName_3,
    FileName_4,
    ProcessCommandLine_5,
    InitiatingProcessFileName_6,
    InitiatingProcessCommandLine_7,
    ReverseShell_8,
    DownloadExec_9,
    SubprocessExec_10,
    CodeExec_11,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    Timestamp_1,
    DeviceName_2,
    AccountName_3,
    FileName_4,
    ProcessCommandLine_5,
    InitiatingProcessFileName_6,
    InitiatingProcessCommandLine_7,
    ReverseShell_8,
    DownloadExec_9,
    SubprocessExec_10,
    CodeExec_11
  FROM r10
  ORDER BY
    Timestamp_1 DESC,
    row_position
)
SELECT
  Timestamp_1,
  DeviceName_2,
  AccountName_3,
  FileName_4,
  ProcessCommandLine_5,
  InitiatingProcessFileName_6,
  InitiatingProcessCommandLine_7,
  ReverseShell_8,
  DownloadExec_9,
  SubprocessExec_10,
  CodeExec_11
FROM r11
-- $p1 = 'python.exe'
-- $p2 = 'python3.exe'
-- $p3 = 'python'
-- $p4 = 'python3'
-- $p5 = 'pythonw.exe'
-- $p6 = '(?is)(?:^|[^\\pL\\pN])(?:import\\x{20}socket|import\\x{20}subprocess|import\\x{20}os|import\\x{20}urllib|import\\x{20}requests|import\\x{20}http\\x{2e}client|socket\\x{2e}socket|subprocess\\x{2e}call|subprocess\\x{2e}Popen|base64\\x{2e}b64decode|codecs\\x{2e}decode|pty\\x{2e}spawn|reverse_tcp|reverse_shell|pyinstaller|py2exe|nuitka)(?:$|[^\\pL\\pN])|(?:^|[^\\pL\\pN])(?:os\\x{2e}system\\x{28}|os\\x{2e}popen\\x{28}|exec\\x{28}|eval\\x{28}|compile\\x{28})|__import__|(?:\\x{2f}bin\\x{2f}sh|\\x{2f}bin\\x{2f}bash)(?:$|[^\\pL\\pN])'
-- $p7 = '(?is)(?:^|[^\\pL\\pN])(?:socket\\x{2e}socket|pty\\x{2e}spawn|reverse_shell)(?:$|[^\\pL\\pN])|\\x{2f}bin\\x{2f}sh(?:$|[^\\pL\\pN])'
-- $p8 = '(?is)(?:^|[^\\pL\\pN])(?:urllib|requests|http\\x{2e}client)(?:$|[^\\pL\\pN])'
-- $p9 = '(?is)(?:^|[^\\pL\\pN])(?:subprocess\\x{2e}call|subprocess\\x{2e}Popen|os\\x{2e}system|os\\x{2e}popen)(?:$|[^\\pL\\pN])'
-- $p10 = '(?is)(?:^|[^\\pL\\pN])(?:exec\\x{28}|eval\\x{28}|compile\\x{28})|__import__'
