WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Name_1 AS TEXT) AS Name_1,
    CAST(d_2 AS TEXT) AS d_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT))) AS given(Name_1, d_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    COALESCE(
      CASE
        WHEN JSON_TYPE(d_2) = 'OBJECT'
        THEN NULLIF(CAST(d_2 -> CAST($p5 AS TEXT) AS TEXT), 'null')
      END ->> '$',
      ''
    ) AS Name_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(d_2) = 'OBJECT'
            THEN NULLIF(CAST(d_2 -> CAST($p6 AS TEXT) AS TEXT), 'null')
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
    ) AS Age_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    Name_3,
    Age_4,
    FALSE AS Kept_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    CAST(Name_6 AS TEXT) AS Name_6,
    CAST(d_7 AS TEXT) AS d_7
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT))) AS given(Name_6, d_7)
), r5 AS NOT MATERIALIZED (
  SELECT
    Name_6,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(d_7) = 'OBJECT'
            THEN NULLIF(CAST(d_7 -> CAST($p6 AS TEXT) AS TEXT), 'null')
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
    ) AS Age_8
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    Name_6,
    Age_8,
    TRUE AS Kept_9
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    CAST(Name_3 AS TEXT) AS Name_10,
    CAST(Age_4 AS BIGINT) AS Age_11,
    CAST(Kept_5 AS BOOLEAN) AS Kept_12
  FROM r3
  UNION ALL
  SELECT
    CAST(Name_6 AS TEXT) AS Name_10,
    CAST(Age_8 AS BIGINT) AS Age_11,
    CAST(Kept_9 AS BOOLEAN) AS Kept_12
  FROM r6
)
SELECT
  Name_10,
  Age_11,
  Kept_12
FROM r7
-- $p1 = 'James'
-- $p2 = '{"Name":"John","Age":20}'
-- $p3 = 'David'
-- $p4 = '{"Age":40}'
-- $p5 = '/Name'
-- $p6 = '/Age'
