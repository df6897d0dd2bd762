WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Host_1 AS TEXT) AS Host_1,
    CAST(Extra_2 AS TEXT) AS Extra_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT), CAST($p6 AS TEXT)),
    (CAST($p7 AS TEXT), CAST($p8 AS TEXT)),
    (CAST($p9 AS TEXT), CAST(NULL AS TEXT))) AS given(Host_1, Extra_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    Host_1,
    CASE
      WHEN JSON_TYPE(Extra_2) = 'OBJECT'
      THEN NULLIF(CAST(Extra_2 -> CAST($p10 AS TEXT) AS TEXT), 'null')
    END AS Mixed_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(Extra_2) = 'OBJECT'
            THEN NULLIF(CAST(Extra_2 -> CAST($p11 AS TEXT) AS TEXT), 'null')
          END
        ],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE) <> 0
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN (
            given0 ->> '$'
          ) = 'true'
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) = 'true'
            THEN TRUE
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) = 'false'
            THEN FALSE
            ELSE (
              CASE
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
            ) <> 0
          END
        END
      ),
      1
    ) AS Ok_4,
    CASE
      WHEN JSON_TYPE(Extra_2) = 'OBJECT'
      THEN NULLIF(CAST(Extra_2 -> CAST($p12 AS TEXT) AS TEXT), 'null')
    END AS Path_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(Extra_2) = 'OBJECT'
            THEN NULLIF(CAST(Extra_2 -> CAST($p13 AS TEXT) AS TEXT), 'null')
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
    ) AS Pid_6,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN JSON_TYPE(Extra_2) = 'OBJECT'
            THEN NULLIF(CAST(Extra_2 -> CAST($p14 AS TEXT) AS TEXT), 'null')
          END
        ],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS Score_7,
    COALESCE(
      CASE
        WHEN JSON_TYPE(Extra_2) = 'OBJECT'
        THEN NULLIF(CAST(Extra_2 -> CAST($p15 AS TEXT) AS TEXT), 'null')
      END ->> '$',
      ''
    ) AS User_8
  FROM r1
)
SELECT
  Host_1,
  Mixed_3,
  Ok_4,
  Path_5,
  Pid_6,
  Score_7,
  User_8
FROM r2
-- $p1 = 'a'
-- $p2 = '{"User":"root","Pid":7,"Ok":true}'
-- $p3 = 'b'
-- $p4 = '{"User":"eve","Score":1.5,"Path":["x"]}'
-- $p5 = 'c'
-- $p6 = '{"Mixed":1}'
-- $p7 = 'd'
-- $p8 = '{"Mixed":"one"}'
-- $p9 = 'e'
-- $p10 = '/Mixed'
-- $p11 = '/Ok'
-- $p12 = '/Path'
-- $p13 = '/Pid'
-- $p14 = '/Score'
-- $p15 = '/User'
