WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS x_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN REGEXP_FULL_MATCH(
        TRIM(x_2, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
        '[-+]?[0-9]+'
      )
      THEN TRY_CAST(TRIM(x_2, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS INT)
      WHEN REGEXP_FULL_MATCH(
        TRIM(x_2, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
        '0[xX][0-9a-fA-F]{1,8}'
      )
      THEN CAST((
        (
          CAST(TRIM(x_2, CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT) + 2147483648
        ) & 4294967295
      ) - 2147483648 AS INT)
    END AS Number_3,
    CAST(LENGTH(x_2) AS BIGINT) AS strlen_Text_4
  FROM r2
)
SELECT
  Number_3,
  strlen_Text_4
FROM r3
-- $p1 = '5'
