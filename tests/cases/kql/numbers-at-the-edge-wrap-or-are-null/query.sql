WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(l_1 AS BIGINT) AS l_1,
    CAST(r_2 AS DOUBLE) AS r_2
  FROM (VALUES
    (CAST(-9223372036854775808 AS BIGINT), (
        -1.5e0
    )),
    (CAST(9223372036854775807 AS BIGINT), CAST('nan' AS DOUBLE)),
    (CAST(0 AS BIGINT), CAST('inf' AS DOUBLE))) AS given(l_1, r_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    l_1,
    r_2,
    CASE WHEN l_1 <= -9223372036854775808 THEN l_1 ELSE ABS(l_1) END AS lowest_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given1 : CASE
          WHEN l_1 <= -9223372036854775808 AND given1 = -1
          THEN l_1
          ELSE l_1 // NULLIF(given1, 0)
        END
      ),
      1
    ) AS halved_4,
    CASE
      WHEN CAST(10 AS BIGINT) > 0 AND l_1 % CAST(10 AS BIGINT) >= 0
      THEN l_1 - l_1 % CAST(10 AS BIGINT)
      WHEN CAST(10 AS BIGINT) > 0 AND l_1 >= -9223372036854775807 + CAST(10 AS BIGINT)
      THEN l_1 - (
        l_1 % CAST(10 AS BIGINT) + CAST(10 AS BIGINT)
      )
    END AS binned_5,
    CASE WHEN 0.0e0 > 0 THEN FLOOR(r_2 / 0.0e0) * 0.0e0 END AS none_6,
    CASE
      WHEN NOT ISFINITE(r_2)
      THEN NULL
      WHEN r_2 >= 9223372036854775807
      THEN 9223372036854775807
      WHEN r_2 <= -9223372036854775808
      THEN -9223372036854775808
      ELSE CAST(TRUNC(r_2) AS BIGINT)
    END AS whole_7,
    CASE WHEN r_2 >= 0 THEN LOG(10, r_2) END AS logarithm_8,
    CASE WHEN ABS(r_2) > 1 THEN CAST('nan' AS DOUBLE) ELSE ACOS(r_2) END AS arc_9,
    ANTIVENOM_KUSTO_GAMMA_OF(r_2) AS gamma_10,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given1 : CASE
          WHEN given1 >= 0
          THEN l_1
          WHEN given1 > -18
          THEN TRY_CAST((
            ABS(CAST(l_1 AS INT128)) + CAST(POWER(10, -given1) AS INT128) // 2
          ) // CAST(POWER(10, -given1) AS INT128) * CAST(POWER(10, -given1) AS INT128) * CASE WHEN l_1 < 0 THEN -1 ELSE 1 END AS BIGINT)
        END
      ),
      1
    ) AS rounded_11
  FROM r1
)
SELECT
  l_1,
  r_2,
  lowest_3,
  halved_4,
  binned_5,
  none_6,
  whole_7,
  logarithm_8,
  arc_9,
  gamma_10,
  rounded_11
FROM r2
