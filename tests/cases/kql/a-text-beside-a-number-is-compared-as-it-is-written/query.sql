WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1,
    CAST(l_2 AS BIGINT) AS l_2,
    CAST(b_3 AS BOOLEAN) AS b_3,
    CAST(n_4 AS BIGINT) AS n_4
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT), TRUE, CAST(864000000000 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(2 AS BIGINT), FALSE, CAST(72000000000 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST(3 AS BIGINT), TRUE, CAST(36000000000 AS BIGINT))) AS given(s_1, l_2, b_3, n_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    l_2,
    b_3,
    n_4,
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
      ) = CAST(1 AS BIGINT)
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
      ) = CAST(1 AS BIGINT),
      FALSE
    ) AS one_5,
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
      ) = l_2
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
      ) = l_2,
      FALSE
    ) AS same_6,
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
      ) = CAST(1 AS BIGINT)
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
      ) = CAST(1 AS BIGINT),
      FALSE
    ) AS none_7,
    COALESCE(
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
        ) = CAST(1 AS BIGINT)
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
        ) = CAST(1 AS BIGINT),
        FALSE
      ),
      FALSE
    )
    OR COALESCE(s_1 = CAST($p2 AS TEXT), FALSE) AS listed_8,
    COALESCE(b_3 = TRUE, FALSE) AS flag_9,
    COALESCE(n_4 = CAST(864000000000 AS BIGINT), FALSE) AS day_10
  FROM r1
)
SELECT
  s_1,
  l_2,
  b_3,
  n_4,
  one_5,
  same_6,
  none_7,
  listed_8,
  flag_9,
  day_10
FROM r2
-- $p1 = '1'
-- $p2 = 'x'
-- $p3 = ''
