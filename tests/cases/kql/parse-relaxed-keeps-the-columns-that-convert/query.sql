WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(line_1 AS TEXT) AS line_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(line_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    line_1,
    CASE
      WHEN REGEXP_MATCHES(line_1, CAST($p4 AS TEXT))
      THEN LIST_EXTRACT(
        LIST_TRANSFORM(
          [REGEXP_EXTRACT(line_1, CAST($p4 AS TEXT), ['g0', 'g1'])],
          LAMBDA found : [found.g0, found.g1]
        ),
        1
      )
    END AS parsed_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    line_1,
    parsed_2,
    COALESCE(LIST_EXTRACT(parsed_2, CAST(0 AS BIGINT) + 1), '') AS user_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [COALESCE(LIST_EXTRACT(parsed_2, CAST(1 AS BIGINT) + 1), '')],
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
    ) AS port_4
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    line_1,
    user_3 AS user_5,
    port_4 AS port_6
  FROM r3
)
SELECT
  line_1,
  user_5,
  port_6
FROM r4
-- $p1 = 'user=alice port=22 end'
-- $p2 = 'user=bob port=many end'
-- $p3 = 'nobody'
-- $p4 = '(?s)^user\\x{3d}(.*?)\\x{20}port\\x{3d}(.*?)\\x{20}'
