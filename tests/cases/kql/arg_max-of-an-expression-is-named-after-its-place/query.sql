WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Name_1 AS TEXT) AS Name_1,
    CAST(Size_2 AS BIGINT) AS Size_2,
    CAST(Seen_3 AS BOOLEAN) AS Seen_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT), TRUE),
    (CAST($p2 AS TEXT), CAST(3 AS BIGINT), FALSE)) AS given(Name_1, Size_2, Seen_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    Size_2,
    Seen_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    FIRST(
      CAST((
        (
          (
            CAST(Size_2 AS INT128) + CAST(1 AS BIGINT)
          ) + 9223372036854775808
        ) & 18446744073709551615
      ) - 9223372036854775808 AS BIGINT) ORDER BY CAST((
        (
          (
            CAST(Size_2 AS INT128) + CAST(1 AS BIGINT)
          ) + 9223372036854775808
        ) & 18446744073709551615
      ) - 9223372036854775808 AS BIGINT) DESC, row_position ASC
    ) AS max__4,
    COALESCE(
      FIRST(
        Name_1 ORDER BY CAST((
          (
            (
              CAST(Size_2 AS INT128) + CAST(1 AS BIGINT)
            ) + 9223372036854775808
          ) & 18446744073709551615
        ) - 9223372036854775808 AS BIGINT) DESC, row_position ASC
      ),
      ''
    ) AS Name_5,
    FIRST(Size_2 ORDER BY Size_2 ASC, row_position ASC) AS Size_6,
    FIRST(
      CAST((
        (
          (
            CAST(Size_2 AS INT128) * CAST(2 AS BIGINT)
          ) + 9223372036854775808
        ) & 18446744073709551615
      ) - 9223372036854775808 AS BIGINT) ORDER BY Size_2 ASC, row_position ASC
    ) AS min_Size_arg1_7,
    FIRST(Seen_3 ORDER BY Seen_3 DESC, row_position ASC) AS Seen_8,
    COALESCE(FIRST(Name_1 ORDER BY Seen_3 DESC, row_position ASC), '') AS Name1_9,
    FIRST(
      CAST(LENGTH(Name_1) AS BIGINT) ORDER BY CAST(LENGTH(Name_1) AS BIGINT) DESC, row_position ASC
    ) AS strlen_Name_10,
    FIRST(Seen_3 ORDER BY CAST(LENGTH(Name_1) AS BIGINT) DESC, row_position ASC) AS Seen1_11
  FROM r2
)
SELECT
  max__4,
  Name_5,
  Size_6,
  min_Size_arg1_7,
  Seen_8,
  Name1_9,
  strlen_Name_10,
  Seen1_11
FROM r3
-- $p1 = 'a'
-- $p2 = 'bc'
