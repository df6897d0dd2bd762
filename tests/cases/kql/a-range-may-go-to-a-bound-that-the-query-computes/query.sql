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
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [CAST(-3 AS BIGINT)],
          LAMBDA given2 : CASE
            WHEN given2 = 0 OR (
              CAST(1 AS BIGINT) - Count_5
            ) // NULLIF(given2, 0) >= 10000000
            THEN ERROR('not supported: KQL range with a step of zero or of more than 10,000,000 rows')
            WHEN (
              CAST(1 AS BIGINT) - Count_5 >= 0
            ) = (
              given2 > 0
            )
            OR CAST(1 AS BIGINT) = Count_5
            THEN LIST_TRANSFORM(
              RANGE(0, (
                CAST(1 AS BIGINT) - Count_5
              ) // given2 + 1),
              LAMBDA step : CAST(Count_5 + step * given2 AS TEXT)
            )
            ELSE []
          END
        ),
        1
      )
    ) AS z_6
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    print_1,
    Count_5,
    z_6
  FROM r7
  ORDER BY
    CASE
      WHEN CAST(-3 AS BIGINT) < 0
      THEN -(
        CAST(z_6 AS BIGINT)
      )
      ELSE CAST(z_6 AS BIGINT)
    END ASC,
    print_1 NULLS FIRST,
    Count_5 NULLS FIRST,
    z_6 NULLS FIRST
), r9 AS NOT MATERIALIZED (
  SELECT
    CAST(z_6 AS BIGINT) AS z_7
  FROM r8
)
SELECT
  z_7
FROM r9
