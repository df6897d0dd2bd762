WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Bucket_1 AS BIGINT) AS Bucket_1,
    CAST(Requests_2 AS BIGINT) AS Requests_2
  FROM (VALUES
    (CAST(10 AS BIGINT), CAST(8 AS BIGINT)),
    (CAST(20 AS BIGINT), CAST(6 AS BIGINT)),
    (CAST(30 AS BIGINT), CAST(3 AS BIGINT)),
    (CAST(40 AS BIGINT), CAST(1 AS BIGINT))) AS given(Bucket_1, Requests_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    QUANTILE_DISC(Bucket_1, 0.05e0) AS percentiles_3,
    QUANTILE_DISC(Bucket_1, 0.505e0) AS percentiles_4,
    QUANTILE_DISC(Bucket_1, 0.95e0) AS percentiles_5,
    QUANTILE_DISC(Bucket_1, 0.5e0) AS percentiles_6,
    QUANTILE_DISC(Bucket_1, 0.25e0) AS percentiles_array_7,
    QUANTILE_DISC(Bucket_1, 0.75e0) AS percentiles_array_8,
    LIST_REDUCE(
      LIST_PREPEND(
        {'value': ANY_VALUE(Bucket_1) FILTER(WHERE
          Requests_2 > 0), 'weight': GREATEST(
          0.5e0 * SUM(CAST(Requests_2 AS DOUBLE)) FILTER(WHERE
            NOT Bucket_1 IS NULL AND Requests_2 > 0),
          1e-9
        )},
        LIST_SORT(
          ARRAY_AGG({'value': Bucket_1, 'weight': CAST(Requests_2 AS DOUBLE)}) FILTER(WHERE
            NOT Bucket_1 IS NULL AND Requests_2 > 0)
        )
      ),
      LAMBDA got, one : CASE
        WHEN got.weight <= 0
        THEN got
        ELSE {'value': one.value, 'weight': got.weight - one.weight}
      END
    ).value AS percentilesw_9,
    LIST_REDUCE(
      LIST_PREPEND(
        {'value': ANY_VALUE(Bucket_1) FILTER(WHERE
          Requests_2 > 0), 'weight': GREATEST(
          0.75e0 * SUM(CAST(Requests_2 AS DOUBLE)) FILTER(WHERE
            NOT Bucket_1 IS NULL AND Requests_2 > 0),
          1e-9
        )},
        LIST_SORT(
          ARRAY_AGG({'value': Bucket_1, 'weight': CAST(Requests_2 AS DOUBLE)}) FILTER(WHERE
            NOT Bucket_1 IS NULL AND Requests_2 > 0)
        )
      ),
      LAMBDA got, one : CASE
        WHEN got.weight <= 0
        THEN got
        ELSE {'value': one.value, 'weight': got.weight - one.weight}
      END
    ).value AS percentilesw_10,
    LIST_REDUCE(
      LIST_PREPEND(
        {'value': ANY_VALUE(Bucket_1) FILTER(WHERE
          Requests_2 > 0), 'weight': GREATEST(
          0.9990000000000001e0 * SUM(CAST(Requests_2 AS DOUBLE)) FILTER(WHERE
            NOT Bucket_1 IS NULL AND Requests_2 > 0),
          1e-9
        )},
        LIST_SORT(
          ARRAY_AGG({'value': Bucket_1, 'weight': CAST(Requests_2 AS DOUBLE)}) FILTER(WHERE
            NOT Bucket_1 IS NULL AND Requests_2 > 0)
        )
      ),
      LAMBDA got, one : CASE
        WHEN got.weight <= 0
        THEN got
        ELSE {'value': one.value, 'weight': got.weight - one.weight}
      END
    ).value AS percentilesw_11,
    LIST_REDUCE(
      LIST_PREPEND(
        {'value': ANY_VALUE(Bucket_1) FILTER(WHERE
          Requests_2 > 0), 'weight': GREATEST(
          0.4e0 * SUM(CAST(Requests_2 AS DOUBLE)) FILTER(WHERE
            NOT Bucket_1 IS NULL AND Requests_2 > 0),
          1e-9
        )},
        LIST_SORT(
          ARRAY_AGG({'value': Bucket_1, 'weight': CAST(Requests_2 AS DOUBLE)}) FILTER(WHERE
            NOT Bucket_1 IS NULL AND Requests_2 > 0)
        )
      ),
      LAMBDA got, one : CASE
        WHEN got.weight <= 0
        THEN got
        ELSE {'value': one.value, 'weight': got.weight - one.weight}
      END
    ).value AS percentilew_12
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    percentiles_3 AS percentile_Bucket_5_13,
    percentiles_4 AS percentile_Bucket_50_5_14,
    percentiles_5 AS percentile_Bucket_95_15,
    percentiles_6 AS Half_16,
    '[' || (
      COALESCE(CAST(percentiles_array_7 AS TEXT), 'null')
    ) || ',' || (
      COALESCE(CAST(percentiles_array_8 AS TEXT), 'null')
    ) || ']' AS percentiles_Bucket_17,
    percentilesw_9 AS percentile_Bucket_50_18,
    percentilesw_10 AS percentile_Bucket_75_19,
    percentilesw_11 AS percentile_Bucket_99_9_20,
    percentilew_12 AS percentile_Bucket_40_21
  FROM r2
)
SELECT
  percentile_Bucket_5_13,
  percentile_Bucket_50_5_14,
  percentile_Bucket_95_15,
  Half_16,
  percentiles_Bucket_17,
  percentile_Bucket_50_18,
  percentile_Bucket_75_19,
  percentile_Bucket_99_9_20,
  percentile_Bucket_40_21
FROM r3
