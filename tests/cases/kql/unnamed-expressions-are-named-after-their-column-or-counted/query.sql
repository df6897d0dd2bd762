WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(a_1 AS BIGINT) AS a_1,
    CAST(s_2 AS TEXT) AS s_2
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT))) AS given(a_1, s_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    COALESCE(CAST(a_1 AS TEXT), '') AS a_3,
    LOWER(s_2) AS Column1_4,
    CAST((
      (
        (
          CAST(a_1 AS INT128) + CAST(1 AS BIGINT)
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS Column2_5,
    CASE
      WHEN CAST(2 AS BIGINT) > 0 AND a_1 % CAST(2 AS BIGINT) >= 0
      THEN a_1 - a_1 % CAST(2 AS BIGINT)
      WHEN CAST(2 AS BIGINT) > 0 AND a_1 >= -9223372036854775807 + CAST(2 AS BIGINT)
      THEN a_1 - (
        a_1 % CAST(2 AS BIGINT) + CAST(2 AS BIGINT)
      )
    END AS a1_6,
    CAST(LENGTH(s_2) AS BIGINT) AS strlen_s_7,
    CAST(5 AS BIGINT) AS Column11_8
  FROM r1
)
SELECT
  a_3,
  Column1_4,
  Column2_5,
  a1_6,
  strlen_s_7,
  Column11_8
FROM r2
-- $p1 = 'X'
