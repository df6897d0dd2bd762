WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS line_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    line_2,
    LIST_TRANSFORM(
      LIST_TRANSFORM(
        FROM_JSON(CAST($p3 AS TEXT), '["VARCHAR"]'),
        LAMBDA key : LIST_EXTRACT(
          REGEXP_EXTRACT_ALL(line_2, CAST($p2 AS TEXT), 2),
          LIST_POSITION(
            LIST_TRANSFORM(REGEXP_EXTRACT_ALL(line_2, CAST($p2 AS TEXT), 1), LAMBDA each : TRIM(each)),
            key
          )
        )
      ),
      LAMBDA each : TRIM(each)
    ) AS parsed_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    line_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [COALESCE(LIST_EXTRACT(parsed_3, CAST(0 AS BIGINT) + 1), '')],
        LAMBDA given0 : CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?[0-9]+'
          )
          THEN TRY_CAST(TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS INT)
          WHEN REGEXP_FULL_MATCH(
            TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '0[xX][0-9a-fA-F]{1,8}'
          )
          THEN CAST((
            (
              CAST(TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT) + 2147483648
            ) & 4294967295
          ) - 2147483648 AS INT)
        END
      ),
      1
    ) AS a_4,
    COALESCE(LIST_EXTRACT(parsed_3, CAST(1 AS BIGINT) + 1), '') AS b_5
  FROM r3
)
SELECT
  line_2,
  a_4,
  b_5
FROM r4
-- $p1 = '<a>1</a> <b>two</b>'
-- $p2 = '<([\\pL\\p{Nl}\\pM\\p{Nd}\\p{Pc}\\x{24B6}-\\x{24E9}\\x{1F130}-\\x{1F149}\\x{1F150}-\\x{1F169}\\x{1F170}-\\x{1F189}\\x{200C}\\x{200D}]+)>([^<]*)<'
-- $p3 = '["a", "b"]'
