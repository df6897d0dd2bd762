WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    COALESCE(
      LPAD(
        LOWER(HEX(CAST(256 AS BIGINT))),
        CAST(GREATEST(LENGTH(HEX(CAST(256 AS BIGINT))), LEAST(CAST(1 AS BIGINT), 16)) AS INT),
        '0'
      ),
      ''
    ) AS a_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-256 AS BIGINT)],
        LAMBDA given0 : COALESCE(
          LPAD(
            LOWER(HEX(given0)),
            CAST(GREATEST(LENGTH(HEX(given0)), LEAST(CAST(1 AS BIGINT), 16)) AS INT),
            '0'
          ),
          ''
        )
      ),
      1
    ) AS b_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-256 AS BIGINT) & 4294967295],
        LAMBDA given0 : COALESCE(
          LPAD(
            LOWER(HEX(given0)),
            CAST(GREATEST(LENGTH(HEX(given0)), LEAST(CAST(1 AS BIGINT), 16)) AS INT),
            '0'
          ),
          ''
        )
      ),
      1
    ) AS c_4,
    COALESCE(
      LPAD(
        LOWER(HEX(CAST(256 AS BIGINT))),
        CAST(GREATEST(LENGTH(HEX(CAST(256 AS BIGINT))), LEAST(CAST(8 AS BIGINT), 16)) AS INT),
        '0'
      ),
      ''
    ) AS d_5,
    COALESCE(
      LPAD(
        LOWER(HEX(CAST(NULL AS BIGINT))),
        CAST(GREATEST(LENGTH(HEX(CAST(NULL AS BIGINT))), LEAST(CAST(1 AS BIGINT), 16)) AS INT),
        '0'
      ),
      ''
    ) AS e_6,
    ANTIVENOM_KUSTO_FORMAT_BYTES(564.0e0, CAST(0 AS BIGINT), CAST($p1 AS TEXT)) AS f_7,
    ANTIVENOM_KUSTO_FORMAT_BYTES(10332.0e0, CAST(1 AS BIGINT), CAST($p1 AS TEXT)) AS g_8,
    ANTIVENOM_KUSTO_FORMAT_BYTES(20010332.0e0, CAST(2 AS BIGINT), CAST($p1 AS TEXT)) AS h_9,
    ANTIVENOM_KUSTO_FORMAT_BYTES(20010332.0e0, CAST(0 AS BIGINT), CAST($p2 AS TEXT)) AS i_10
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7,
  g_8,
  h_9,
  i_10
FROM r2
-- $p1 = ''
-- $p2 = 'KB'
