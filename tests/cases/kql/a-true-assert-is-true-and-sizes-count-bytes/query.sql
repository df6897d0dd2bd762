WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Name_1 AS TEXT) AS Name_1,
    CAST(Pid_2 AS BIGINT) AS Pid_2
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(1 AS BIGINT)),
    (CAST($p2 AS TEXT), CAST(2 AS BIGINT))) AS given(Name_1, Pid_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    Pid_2
  FROM r1
  WHERE
    TRUE AND CAST(LENGTH(Name_1) AS BIGINT) > CAST(2 AS BIGINT)
), r3 AS NOT MATERIALIZED (
  SELECT
    Name_1,
    Pid_2,
    CAST((
      (
        (
          CAST(CAST((
            (
              (
                CAST(CAST(0 AS BIGINT) AS INT128) + CAST(STRLEN(Name_1) AS BIGINT)
              ) + 9223372036854775808
            ) & 18446744073709551615
          ) - 9223372036854775808 AS BIGINT) AS INT128) + CAST(8 AS BIGINT)
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS Bytes_3,
    CAST((
      (
        (
          CAST(CAST(0 AS BIGINT) AS INT128) + CAST(STRLEN(Name_1) AS BIGINT)
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS Text_4
  FROM r2
)
SELECT
  Name_1,
  Pid_2,
  Bytes_3,
  Text_4
FROM r3
-- $p1 = 'cmd'
-- $p2 = 'naïve'
