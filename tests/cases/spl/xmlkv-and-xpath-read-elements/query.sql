WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS _raw_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_XMLKV_FIELD(_raw_2, CAST($p2 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS command_3,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_XMLKV_FIELD(_raw_2, CAST($p3 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS arguments_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    command_3,
    arguments_4,
    ANTIVENOM_SPLUNK_XPATH(_raw_2, CAST($p4 AS TEXT)) AS kind_5
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    command_3,
    arguments_4,
    kind_5,
    ANTIVENOM_SPLUNK_XPATH(_raw_2, CAST($p5 AS TEXT)) AS arguments_again_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    command_3,
    arguments_4,
    kind_5,
    arguments_again_6,
    COALESCE(ANTIVENOM_SPLUNK_XPATH(_raw_2, CAST($p6 AS TEXT)), [CAST($p7 AS TEXT)]) AS missing_7
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    command_3,
    arguments_4,
    kind_5,
    arguments_again_6,
    missing_7
  FROM r6
)
SELECT
  command_3,
  arguments_4,
  kind_5,
  arguments_again_6,
  missing_7
FROM r7
-- $p1 = '<task><command kind="x">cmd.exe</command><arguments>/c whoami</arguments><empty/></task>'
-- $p2 = 'command'
-- $p3 = 'arguments'
-- $p4 = '//command/@kind'
-- $p5 = "//task[command='cmd.exe']/arguments"
-- $p6 = '//nothing'
-- $p7 = 'none'
