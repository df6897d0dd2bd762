WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(line_1 AS TEXT) AS line_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT))) AS given(line_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    line_1,
    ANTIVENOM_KUSTO_KV(line_1, CAST($p3 AS TEXT), CAST($p4 AS TEXT)) AS parsed_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    line_1,
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
    ) AS a_3,
    COALESCE(LIST_EXTRACT(parsed_2, CAST(1 AS BIGINT) + 1), '') AS b_4
  FROM r2
)
SELECT
  line_1,
  a_3,
  b_4
FROM r3
-- $p1 = '  a  =  1 ; b = x y ; a = 3'
-- $p2 = 'b=;c=4'
-- $p3 = '{"kv_delimiter": ["="], "pair_delimiter": [";"]}'
-- $p4 = '["a", "b"]'
