WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(d_1 AS TEXT) AS d_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT))) AS given(d_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(d_1) = 'OBJECT'
            THEN NULLIF(CAST(d_1 -> CAST($p3 AS TEXT) AS TEXT), 'null')
          END
        ],
        LAMBDA given0 : CASE JSON_TYPE(given0)
          WHEN 'BIGINT'
          THEN CAST(given0 ->> '$' AS BIGINT)
          WHEN 'UBIGINT'
          THEN TRY_CAST(given0 ->> '$' AS BIGINT)
          WHEN 'DOUBLE'
          THEN CASE
            WHEN NOT ISFINITE(CAST(given0 ->> '$' AS DOUBLE))
            THEN NULL
            WHEN CAST(given0 ->> '$' AS DOUBLE) >= 9223372036854775807
            THEN 9223372036854775807
            WHEN CAST(given0 ->> '$' AS DOUBLE) <= -9223372036854775808
            THEN -9223372036854775808
            ELSE CAST(TRUNC(CAST(given0 ->> '$' AS DOUBLE)) AS BIGINT)
          END
          WHEN 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
          WHEN 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?[0-9]+'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '0[xX][0-9a-fA-F]{1,16}'
            )
            THEN CAST((
              (
                CAST(CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
              ) & 18446744073709551615
            ) - 9223372036854775808 AS BIGINT)
          END
        END
      ),
      1
    ) AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    a_2,
    CAST(NULL AS TEXT) AS gone_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    a_2,
    gone_3,
    CAST(NULL AS TEXT) AS lost_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    a_2,
    CAST(NULL AS TEXT) AS gone_5,
    CAST(NULL AS BIGINT) AS lost_6
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    a_2,
    gone_5,
    lost_6
  FROM r5
  WHERE
    COALESCE(gone_5 ->> '$', '') = CAST($p4 AS TEXT)
    AND NOT (
      COALESCE(
        (
          NOT (
            lost_6 > CASE
              WHEN (
                CAST(CAST(639080496000000000 AS BIGINT) AS INT128) - CAST(864000000000 AS BIGINT)
              ) BETWEEN 0 AND 3155378975999999999
              THEN CAST((
                CAST(CAST(639080496000000000 AS BIGINT) AS INT128) - CAST(864000000000 AS BIGINT)
              ) AS BIGINT)
            END
          )
        ) = TRUE,
        FALSE
      )
    )
), r7 AS NOT MATERIALIZED (
  SELECT
    a_2,
    CAST($p4 AS TEXT) AS gone_7,
    CAST(NULL AS BIGINT) AS lost_8
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    a_2,
    gone_7,
    lost_8,
    CAST(NULL AS BIGINT) AS never_9
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    gone_7 AS gone_12,
    CASE
      WHEN CAST(864000000000 AS BIGINT) > 0 AND never_9 % CAST(864000000000 AS BIGINT) >= 0
      THEN never_9 - never_9 % CAST(864000000000 AS BIGINT)
      WHEN CAST(864000000000 AS BIGINT) > 0
      AND never_9 >= -9223372036854775807 + CAST(864000000000 AS BIGINT)
      THEN never_9 - (
        never_9 % CAST(864000000000 AS BIGINT) + CAST(864000000000 AS BIGINT)
      )
    END AS Day_13,
    COUNT(*) AS Rows_10,
    CAST((
      (
        COALESCE(SUM(CAST(a_2 AS INT128)), 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS Sum_11
  FROM r8
  GROUP BY
    1,
    2
)
SELECT
  gone_12,
  Day_13,
  Rows_10,
  Sum_11
FROM r9
ORDER BY
  gone_12,
  Day_13,
  Rows_10,
  Sum_11
-- $p1 = '{"a":1}'
-- $p2 = '{"a":2}'
-- $p3 = '/a'
-- $p4 = ''
