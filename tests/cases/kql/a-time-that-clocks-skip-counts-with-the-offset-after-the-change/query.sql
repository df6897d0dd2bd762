WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Local_1 AS BIGINT) AS Local_1
  FROM (VALUES
    (CAST(637839396000000000 AS BIGINT)),
    (CAST(637839432000000000 AS BIGINT)),
    (CAST(637839468000000000 AS BIGINT)),
    (CAST(637839504000000000 AS BIGINT))) AS given(Local_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    Local_1,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_KUSTO_MOMENT_FROM_ZONE(Local_1, CAST($p1 AS TEXT))],
        LAMBDA made : CASE
          WHEN made = CAST(-1 AS BIGINT)
          THEN ERROR('not supported: KQL time zone of this name, or a time its clocks show twice')
          ELSE made
        END
      ),
      1
    ) AS UTC_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Local_1,
    UTC_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [ANTIVENOM_KUSTO_MOMENT_IN_ZONE(UTC_2, CAST($p1 AS TEXT))],
        LAMBDA made : CASE
          WHEN made = CAST(-1 AS BIGINT)
          THEN ERROR('not supported: KQL time zone of this name')
          ELSE made
        END
      ),
      1
    ) AS Back_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    Local_1,
    UTC_2,
    Back_3,
    Local_1 - Back_3 AS off_4
  FROM r3
)
SELECT
  Local_1,
  UTC_2,
  Back_3,
  off_4
FROM r4
-- $p1 = 'Europe/Brussels'
