WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    COALESCE(
      NULLIF(
        CAST(CASE
          WHEN JSON_VALID(CAST($p1 AS TEXT))
          AND REGEXP_MATCHES(
            REGEXP_REPLACE(CAST($p1 AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
            '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
          )
          THEN ANTIVENOM_KUSTO_STRICT_JSON(CAST($p1 AS TEXT))
          WHEN JSON_VALID(CAST($p1 AS TEXT))
          THEN NULLIF(TRY(CAST(JSON(CAST($p1 AS TEXT)) AS TEXT)), 'null')
        END -> CAST($p2 AS TEXT) AS TEXT),
        'null'
      ) ->> '$',
      ''
    ) AS a_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          COALESCE(
            NULLIF(
              CAST(CASE
                WHEN JSON_VALID(CAST($p1 AS TEXT))
                AND REGEXP_MATCHES(
                  REGEXP_REPLACE(CAST($p1 AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
                  '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
                )
                THEN ANTIVENOM_KUSTO_STRICT_JSON(CAST($p1 AS TEXT))
                WHEN JSON_VALID(CAST($p1 AS TEXT))
                THEN NULLIF(TRY(CAST(JSON(CAST($p1 AS TEXT)) AS TEXT)), 'null')
              END -> CAST($p3 AS TEXT) AS TEXT),
              'null'
            ) ->> '$',
            ''
          )
        ],
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
    ) AS b_3,
    COALESCE(
      NULLIF(
        CAST(CASE
          WHEN JSON_VALID(CAST($p1 AS TEXT))
          AND REGEXP_MATCHES(
            REGEXP_REPLACE(CAST($p1 AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
            '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
          )
          THEN ANTIVENOM_KUSTO_STRICT_JSON(CAST($p1 AS TEXT))
          WHEN JSON_VALID(CAST($p1 AS TEXT))
          THEN NULLIF(TRY(CAST(JSON(CAST($p1 AS TEXT)) AS TEXT)), 'null')
        END -> CAST($p4 AS TEXT) AS TEXT),
        'null'
      ) ->> '$',
      ''
    ) AS c_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          COALESCE(
            NULLIF(
              CAST(CASE
                WHEN JSON_VALID(CAST($p1 AS TEXT))
                AND REGEXP_MATCHES(
                  REGEXP_REPLACE(CAST($p1 AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
                  '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
                )
                THEN ANTIVENOM_KUSTO_STRICT_JSON(CAST($p1 AS TEXT))
                WHEN JSON_VALID(CAST($p1 AS TEXT))
                THEN NULLIF(TRY(CAST(JSON(CAST($p1 AS TEXT)) AS TEXT)), 'null')
              END -> CAST($p5 AS TEXT) AS TEXT),
              'null'
            ) ->> '$',
            ''
          )
        ],
        LAMBDA given0 : CASE
          WHEN REGEXP_FULL_MATCH(
            TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
            '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
          )
          THEN TRY_CAST(TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          WHEN LOWER(TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
          THEN TRY_CAST(TRIM(given0, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
        END
      ),
      1
    ) AS d_5,
    COALESCE(
      NULLIF(
        CAST(CASE
          WHEN JSON_VALID(CAST($p1 AS TEXT))
          AND REGEXP_MATCHES(
            REGEXP_REPLACE(CAST($p1 AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
            '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
          )
          THEN ANTIVENOM_KUSTO_STRICT_JSON(CAST($p1 AS TEXT))
          WHEN JSON_VALID(CAST($p1 AS TEXT))
          THEN NULLIF(TRY(CAST(JSON(CAST($p1 AS TEXT)) AS TEXT)), 'null')
        END -> CAST($p6 AS TEXT) AS TEXT),
        'null'
      ) ->> '$',
      ''
    ) AS e_6,
    COALESCE(
      NULLIF(
        CAST(CASE
          WHEN JSON_VALID(CAST($p7 AS TEXT))
          AND REGEXP_MATCHES(
            REGEXP_REPLACE(CAST($p7 AS TEXT), '"(?:[^"\\]|\\.)*"', '""', 'g'),
            '(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])'
          )
          THEN ANTIVENOM_KUSTO_STRICT_JSON(CAST($p7 AS TEXT))
          WHEN JSON_VALID(CAST($p7 AS TEXT))
          THEN NULLIF(TRY(CAST(JSON(CAST($p7 AS TEXT)) AS TEXT)), 'null')
        END -> CAST($p8 AS TEXT) AS TEXT),
        'null'
      ) ->> '$',
      ''
    ) AS f_7
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7
FROM r2
-- $p1 = '{"name": "John", "age": 30, "list": [1, {"x": null}]}'
-- $p2 = '$."name"'
-- $p3 = '$."age"'
-- $p4 = '$."list"[1]'
-- $p5 = '$."list"[0]'
-- $p6 = '$."none"'
-- $p7 = 'no json'
-- $p8 = '$."a"'
