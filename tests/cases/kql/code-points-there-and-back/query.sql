WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_CODEPOINTS(CAST($p1 AS TEXT)) AS points_2,
    ANTIVENOM_KUSTO_OF_CODEPOINTS(
      '[' || (
        COALESCE(CAST($p2 AS TEXT), 'null')
      ) || ',' || (
        COALESCE(CAST(CAST(115 AS BIGINT) AS TEXT), 'null')
      ) || ',' || (
        COALESCE(CAST(CAST(116 AS BIGINT) AS TEXT), 'null')
      ) || ',' || (
        COALESCE(CAST(CAST(111 AS BIGINT) AS TEXT), 'null')
      ) || ']'
    ) AS text_3,
    ANTIVENOM_KUSTO_OF_CODEPOINTS('[' || (
      COALESCE(CAST(CAST(55296 AS BIGINT) AS TEXT), 'null')
    ) || ']') AS none_4,
    CAST(STRLEN(CAST($p3 AS TEXT)) AS BIGINT) AS bytes_5,
    STRLEN(CAST($p3 AS TEXT)) = LENGTH(CAST($p3 AS TEXT)) AS ascii_6,
    TRUE AS utf8_7
  FROM r1
)
SELECT
  points_2,
  text_3,
  none_4,
  bytes_5,
  ascii_6,
  utf8_7
FROM r2
-- $p1 = 'aé⒦'
-- $p2 = '[75,117]'
-- $p3 = 'é'
