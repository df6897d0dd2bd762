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
    ANTIVENOM_KUSTO_KV(line_2, CAST($p2 AS TEXT), CAST($p3 AS TEXT)) AS parsed_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    line_2,
    COALESCE(LIST_EXTRACT(parsed_3, CAST(0 AS BIGINT) + 1), '') AS a_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [COALESCE(LIST_EXTRACT(parsed_3, CAST(1 AS BIGINT) + 1), '')],
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
    ) AS c_5,
    COALESCE(LIST_EXTRACT(parsed_3, CAST(2 AS BIGINT) + 1), '') AS b_6
  FROM r3
)
SELECT
  line_2,
  a_4,
  c_5,
  b_6
FROM r4
-- $p1 = 'a="one two" "the key"=(3) b="say \\"hi\\""'
-- $p2 = '{"escape": ["\\\\"], "kv_delimiter": ["="], "pair_delimiter": [" "], "quote": ["\\"", "()"]}'
-- $p3 = '["a", "the key", "b"]'
