WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CASE
      WHEN TRY_CAST(TRUNC(GREATEST(LEAST(1.0e0, 2e9), -2e9)) AS BIGINT) = 0
      THEN SUBSTRING(
        CAST($p1 AS TEXT),
        1,
        GREATEST(TRY_CAST(TRUNC(GREATEST(LEAST(3.0e0, 2e9), -2e9)) AS BIGINT) - 1, 0)
      )
      WHEN TRY_CAST(TRUNC(GREATEST(LEAST(1.0e0, 2e9), -2e9)) AS BIGINT) < -LENGTH(CAST($p1 AS TEXT))
      THEN SUBSTRING(
        CAST($p1 AS TEXT),
        1,
        GREATEST(
          TRY_CAST(TRUNC(GREATEST(LEAST(3.0e0, 2e9), -2e9)) AS BIGINT) + TRY_CAST(TRUNC(GREATEST(LEAST(1.0e0, 2e9), -2e9)) AS BIGINT) + LENGTH(CAST($p1 AS TEXT)),
          0
        )
      )
      ELSE SUBSTRING(
        CAST($p1 AS TEXT),
        TRY_CAST(TRUNC(GREATEST(LEAST(1.0e0, 2e9), -2e9)) AS BIGINT),
        GREATEST(TRY_CAST(TRUNC(GREATEST(LEAST(3.0e0, 2e9), -2e9)) AS BIGINT), 0)
      )
    END AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            -3.0e0
        )],
        LAMBDA given1 : CASE
          WHEN TRY_CAST(TRUNC(GREATEST(LEAST(given1, 2e9), -2e9)) AS BIGINT) = 0
          THEN CAST($p1 AS TEXT)
          ELSE SUBSTRING(CAST($p1 AS TEXT), TRY_CAST(TRUNC(GREATEST(LEAST(given1, 2e9), -2e9)) AS BIGINT))
        END
      ),
      1
    ) AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    CASE
      WHEN TRY_CAST(TRUNC(GREATEST(LEAST(0.0e0, 2e9), -2e9)) AS BIGINT) = 0
      THEN SUBSTRING(
        CAST($p2 AS TEXT),
        1,
        GREATEST(TRY_CAST(TRUNC(GREATEST(LEAST(2.0e0, 2e9), -2e9)) AS BIGINT) - 1, 0)
      )
      WHEN TRY_CAST(TRUNC(GREATEST(LEAST(0.0e0, 2e9), -2e9)) AS BIGINT) < -LENGTH(CAST($p2 AS TEXT))
      THEN SUBSTRING(
        CAST($p2 AS TEXT),
        1,
        GREATEST(
          TRY_CAST(TRUNC(GREATEST(LEAST(2.0e0, 2e9), -2e9)) AS BIGINT) + TRY_CAST(TRUNC(GREATEST(LEAST(0.0e0, 2e9), -2e9)) AS BIGINT) + LENGTH(CAST($p2 AS TEXT)),
          0
        )
      )
      ELSE SUBSTRING(
        CAST($p2 AS TEXT),
        TRY_CAST(TRUNC(GREATEST(LEAST(0.0e0, 2e9), -2e9)) AS BIGINT),
        GREATEST(TRY_CAST(TRUNC(GREATEST(LEAST(2.0e0, 2e9), -2e9)) AS BIGINT), 0)
      )
    END AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            -5.0e0
        )],
        LAMBDA given1 : CASE
          WHEN TRY_CAST(TRUNC(GREATEST(LEAST(given1, 2e9), -2e9)) AS BIGINT) = 0
          THEN SUBSTRING(
            CAST($p2 AS TEXT),
            1,
            GREATEST(TRY_CAST(TRUNC(GREATEST(LEAST(3.0e0, 2e9), -2e9)) AS BIGINT) - 1, 0)
          )
          WHEN TRY_CAST(TRUNC(GREATEST(LEAST(given1, 2e9), -2e9)) AS BIGINT) < -LENGTH(CAST($p2 AS TEXT))
          THEN SUBSTRING(
            CAST($p2 AS TEXT),
            1,
            GREATEST(
              TRY_CAST(TRUNC(GREATEST(LEAST(3.0e0, 2e9), -2e9)) AS BIGINT) + TRY_CAST(TRUNC(GREATEST(LEAST(given1, 2e9), -2e9)) AS BIGINT) + LENGTH(CAST($p2 AS TEXT)),
              0
            )
          )
          ELSE SUBSTRING(
            CAST($p2 AS TEXT),
            TRY_CAST(TRUNC(GREATEST(LEAST(given1, 2e9), -2e9)) AS BIGINT),
            GREATEST(TRY_CAST(TRUNC(GREATEST(LEAST(3.0e0, 2e9), -2e9)) AS BIGINT), 0)
          )
        END
      ),
      1
    ) AS d_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    d_5,
    CASE
      WHEN TRY_CAST(TRUNC(GREATEST(LEAST(2.0e0, 2e9), -2e9)) AS BIGINT) = 0
      THEN CAST($p2 AS TEXT)
      ELSE SUBSTRING(CAST($p2 AS TEXT), TRY_CAST(TRUNC(GREATEST(LEAST(2.0e0, 2e9), -2e9)) AS BIGINT))
    END AS e_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    c_4,
    d_5,
    e_6
  FROM r6
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6
FROM r7
-- $p1 = 'string'
-- $p2 = 'abc'
