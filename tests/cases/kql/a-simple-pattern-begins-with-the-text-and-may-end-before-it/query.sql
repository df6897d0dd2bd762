WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    CASE
      WHEN REGEXP_MATCHES(s_1, CAST($p6 AS TEXT))
      THEN LIST_EXTRACT(
        LIST_TRANSFORM([REGEXP_EXTRACT(s_1, CAST($p6 AS TEXT), ['g0'])], LAMBDA found : [found.g0]),
        1
      )
    END AS parsed_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    s_1,
    parsed_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [COALESCE(LIST_EXTRACT(parsed_2, CAST(0 AS BIGINT) + 1), '')],
        LAMBDA given0 : CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?[0-9]+'
          )
          THEN TRY_CAST(TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
          WHEN REGEXP_FULL_MATCH(
            TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '0[xX][0-9a-fA-F]{1,16}'
          )
          THEN CAST((
            (
              CAST(CAST(TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
            ) & 18446744073709551615
          ) - 9223372036854775808 AS BIGINT)
        END
      ),
      1
    ) AS n_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    s_1,
    CASE
      WHEN NOT parsed_2 IS NULL AND NOT n_3 IS NULL
      THEN n_3
      ELSE CAST(NULL AS BIGINT)
    END AS n_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    s_1,
    n_4,
    CASE
      WHEN REGEXP_MATCHES(s_1, CAST($p7 AS TEXT))
      THEN LIST_EXTRACT(
        LIST_TRANSFORM([REGEXP_EXTRACT(s_1, CAST($p7 AS TEXT), ['g0'])], LAMBDA found : [found.g0]),
        1
      )
    END AS parsed_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    s_1,
    n_4,
    parsed_5,
    COALESCE(LIST_EXTRACT(parsed_5, CAST(0 AS BIGINT) + 1), '') AS any_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    s_1,
    n_4,
    any_6 AS any_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    s_1,
    n_4,
    any_7,
    CASE
      WHEN REGEXP_MATCHES(s_1, CAST($p8 AS TEXT))
      THEN LIST_EXTRACT(
        LIST_TRANSFORM([REGEXP_EXTRACT(s_1, CAST($p8 AS TEXT), ['g0'])], LAMBDA found : [found.g0]),
        1
      )
    END AS parsed_8
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    s_1,
    n_4,
    any_7,
    parsed_8,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [COALESCE(LIST_EXTRACT(parsed_8, CAST(0 AS BIGINT) + 1), '')],
        LAMBDA given0 : CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?[0-9]+'
          )
          THEN TRY_CAST(TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
          WHEN REGEXP_FULL_MATCH(
            TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '0[xX][0-9a-fA-F]{1,16}'
          )
          THEN CAST((
            (
              CAST(CAST(TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
            ) & 18446744073709551615
          ) - 9223372036854775808 AS BIGINT)
        END
      ),
      1
    ) AS loose_9
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    s_1,
    n_4,
    any_7,
    loose_9 AS loose_10
  FROM r9
)
SELECT
  s_1,
  n_4,
  any_7,
  loose_10
FROM r10
-- $p1 = 'a=1;rest'
-- $p2 = 'xa=1;rest'
-- $p3 = 'a=0x1F;rest'
-- $p4 = 'a= 2 ;'
-- $p5 = 'a=b;rest'
-- $p6 = '(?s)^a\\x{3d}\\s*([-+]?(?:0[xX][0-9a-fA-F]+|[0-9]+))\\s*\\x{3b}'
-- $p7 = 'a=(.*)(?:;|$)'
-- $p8 = '(?s)^.*?a\\x{3d}(.*?)\\x{3b}'
