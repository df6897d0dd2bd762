WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT)),
    (CAST($p7 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    CASE
      WHEN REGEXP_FULL_MATCH(
        TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
        '[-+]?[0-9]+'
      )
      THEN TRY_CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS INT)
      WHEN REGEXP_FULL_MATCH(
        TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
        '0[xX][0-9a-fA-F]{1,8}'
      )
      THEN CAST((
        (
          CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT) + 2147483648
        ) & 4294967295
      ) - 2147483648 AS INT)
    END AS i_2,
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
    END AS l_3,
    CASE
      WHEN REGEXP_FULL_MATCH(
        TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
        '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
      )
      THEN TRY_CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
      WHEN LOWER(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
      THEN TRY_CAST(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
    END AS r_4,
    CASE
      WHEN LOWER(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) = 'true'
      THEN TRUE
      WHEN LOWER(TRIM(s_1, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) = 'false'
      THEN FALSE
      ELSE (
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
      ) <> 0
    END AS b_5
  FROM r1
)
SELECT
  s_1,
  i_2,
  l_3,
  r_4,
  b_5
FROM r2
-- $p1 = '5'
-- $p2 = ' 5 '
-- $p3 = '5.7'
-- $p4 = '0x1F'
-- $p5 = '1e3'
-- $p6 = 'abc'
-- $p7 = ''
