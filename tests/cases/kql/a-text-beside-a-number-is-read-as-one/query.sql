WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1,
    CAST(n_2 AS BIGINT) AS n_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(5 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(5 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST(5 AS BIGINT)),
    (CAST($p4 AS TEXT), CAST(5 AS BIGINT)),
    (CAST($p5 AS TEXT), CAST(5 AS BIGINT)),
    (CAST($p6 AS TEXT), CAST(5 AS BIGINT)),
    (CAST($p1 AS TEXT), CAST(NULL AS BIGINT))) AS given(s_1, n_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    n_2,
    COALESCE(
      (
        CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?[0-9]+'
          )
          THEN TRY_CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
          WHEN REGEXP_FULL_MATCH(
            TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '0[xX][0-9a-fA-F]{1,16}'
          )
          THEN CAST((
            (
              CAST(CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
            ) & 18446744073709551615
          ) - 9223372036854775808 AS BIGINT)
        END
      ) = n_2
      OR (
        CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
          )
          THEN TRY_CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          WHEN LOWER(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
          THEN TRY_CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
        END
      ) = n_2,
      FALSE
    ) AS same_3,
    NOT COALESCE(
      (
        CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?[0-9]+'
          )
          THEN TRY_CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
          WHEN REGEXP_FULL_MATCH(
            TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '0[xX][0-9a-fA-F]{1,16}'
          )
          THEN CAST((
            (
              CAST(CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
            ) & 18446744073709551615
          ) - 9223372036854775808 AS BIGINT)
        END
      ) = n_2
      OR (
        CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
          )
          THEN TRY_CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          WHEN LOWER(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
          THEN TRY_CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
        END
      ) = n_2,
      FALSE
    ) AS other_4
  FROM r1
)
SELECT
  s_1,
  n_2,
  same_3,
  other_4
FROM r2
-- $p1 = '5'
-- $p2 = '05'
-- $p3 = '0x5'
-- $p4 = '5.0'
-- $p5 = 'five'
-- $p6 = ''
