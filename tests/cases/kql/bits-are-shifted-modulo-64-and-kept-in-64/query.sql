WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN CAST(63 AS BIGINT) >= 0
      THEN CAST((
        (
          (
            (
              CAST(CAST(1 AS BIGINT) AS INT128) & (
                18446744073709551615 >> CAST(CAST(63 AS BIGINT) % 64 AS INT)
              )
            ) << CAST(CAST(63 AS BIGINT) % 64 AS INT)
          ) + 9223372036854775808
        ) & 18446744073709551615
      ) - 9223372036854775808 AS BIGINT)
    END AS a_2,
    CASE
      WHEN CAST(65 AS BIGINT) >= 0
      THEN CAST((
        (
          (
            (
              CAST(CAST(3 AS BIGINT) AS INT128) & (
                18446744073709551615 >> CAST(CAST(65 AS BIGINT) % 64 AS INT)
              )
            ) << CAST(CAST(65 AS BIGINT) % 64 AS INT)
          ) + 9223372036854775808
        ) & 18446744073709551615
      ) - 9223372036854775808 AS BIGINT)
    END AS b_3,
    CASE
      WHEN CAST(4 AS BIGINT) >= 0
      THEN CAST((
        (
          (
            (
              CAST(CAST(-1 AS BIGINT) AS INT128) & (
                18446744073709551615 >> CAST(CAST(4 AS BIGINT) % 64 AS INT)
              )
            ) << CAST(CAST(4 AS BIGINT) % 64 AS INT)
          ) + 9223372036854775808
        ) & 18446744073709551615
      ) - 9223372036854775808 AS BIGINT)
    END AS c_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given1 : CASE
          WHEN given1 >= 0
          THEN CAST((
            (
              (
                (
                  CAST(CAST(1 AS BIGINT) AS INT128) & (
                    18446744073709551615 >> CAST(given1 % 64 AS INT)
                  )
                ) << CAST(given1 % 64 AS INT)
              ) + 9223372036854775808
            ) & 18446744073709551615
          ) - 9223372036854775808 AS BIGINT)
        END
      ),
      1
    ) AS d_5,
    CASE
      WHEN CAST(1 AS BIGINT) >= 0
      THEN CAST(-8 AS BIGINT) >> CAST(CAST(1 AS BIGINT) % 64 AS INT)
    END AS e_6,
    CAST(6 AS BIGINT) & CAST(3 AS BIGINT) AS f_7,
    XOR(CAST(5 AS BIGINT), CAST(-3 AS BIGINT)) AS g_8,
    ~CAST(0 AS BIGINT) AS h_9,
    CAST(BIT_COUNT(CAST(-1 AS BIGINT)) AS BIGINT) AS i_10
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
