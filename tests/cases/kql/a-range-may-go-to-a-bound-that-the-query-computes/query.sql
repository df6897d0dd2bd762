WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(x_2 AS BIGINT) AS x_2
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(2 AS BIGINT)),
    (CAST(3 AS BIGINT)),
    (CAST(4 AS BIGINT)),
    (CAST(5 AS BIGINT)),
    (CAST(6 AS BIGINT)),
    (CAST(7 AS BIGINT))) AS given(x_2)
), r3 AS NOT MATERIALIZED (
  SELECT
    COUNT(*) AS Count_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    Count_3
  FROM r3
  LIMIT 1
), r5 AS NOT MATERIALIZED (
  SELECT
    FIRST(Count_3) AS Count_4
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    print_1,
    Count_4 AS Count_5
  FROM r1
  INNER JOIN r5
    ON TRUE
), r7 AS NOT MATERIALIZED (
  SELECT
    print_1,
    Count_5,
    UNNEST(
      CASE
        WHEN (
          CAST(CAST(CAST(1 AS BIGINT) AS BIGINT) AS INT128) - CAST(Count_5 AS BIGINT)
        ) // NULLIF(CAST(CAST(-3 AS BIGINT) AS BIGINT), 0) >= CAST(10000000 AS BIGINT)
        THEN ERROR('not supported: KQL range of more than 10,000,000 rows')
        WHEN CAST(CAST(-3 AS BIGINT) AS BIGINT) <> 0
        THEN GENERATE_SERIES(
          CAST(Count_5 AS BIGINT),
          CASE
            WHEN (
              CAST(CAST(CAST(1 AS BIGINT) AS BIGINT) AS INT128) - CAST(Count_5 AS BIGINT)
            ) // NULLIF(CAST(CAST(-3 AS BIGINT) AS BIGINT), 0) >= CAST(10000000 AS BIGINT)
            THEN CAST(Count_5 AS BIGINT)
            ELSE CAST(CAST(1 AS BIGINT) AS BIGINT)
          END,
          CAST(CAST(-3 AS BIGINT) AS BIGINT)
        )
      END
    ) AS z_6
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    print_1,
    Count_5,
    z_6
  FROM r7
  ORDER BY
    CASE WHEN CAST(-3 AS BIGINT) < 0 THEN -(
      z_6
    ) ELSE z_6 END ASC,
    print_1 NULLS FIRST,
    Count_5 NULLS FIRST,
    z_6 NULLS FIRST
), r9 AS NOT MATERIALIZED (
  SELECT
    z_6 AS z_7
  FROM r8
)
SELECT
  z_7
FROM r9
