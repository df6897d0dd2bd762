WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(s_1 AS TEXT) AS s_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(s_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    s_1,
    CASE
      WHEN s_1 = ''
      OR (
        CAST(1 AS BIGINT) < 0 AND LENGTH(s_1) + CAST(1 AS BIGINT) < 0
      )
      OR CAST(3 AS BIGINT) < 0
      THEN ''
      ELSE SUBSTRING(
        s_1,
        CASE
          WHEN CAST(1 AS BIGINT) < 0
          THEN LENGTH(s_1) + CAST(1 AS BIGINT)
          ELSE LEAST(CAST(1 AS BIGINT), 4000000000)
        END + 1,
        LEAST(CAST(3 AS BIGINT), 4000000000)
      )
    END AS a_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-2 AS BIGINT)],
        LAMBDA given1 : CASE
          WHEN s_1 = '' OR (
            given1 < 0 AND LENGTH(s_1) + given1 < 0
          )
          THEN ''
          ELSE SUBSTRING(
            s_1,
            CASE WHEN given1 < 0 THEN LENGTH(s_1) + given1 ELSE LEAST(given1, 4000000000) END + 1
          )
        END
      ),
      1
    ) AS b_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-2 AS BIGINT)],
        LAMBDA given1 : CASE
          WHEN s_1 = '' OR (
            given1 < 0 AND LENGTH(s_1) + given1 < 0
          ) OR CAST(1 AS BIGINT) < 0
          THEN ''
          ELSE SUBSTRING(
            s_1,
            CASE WHEN given1 < 0 THEN LENGTH(s_1) + given1 ELSE LEAST(given1, 4000000000) END + 1,
            LEAST(CAST(1 AS BIGINT), 4000000000)
          )
        END
      ),
      1
    ) AS c_4,
    CASE
      WHEN s_1 = '' OR (
        CAST(9 AS BIGINT) < 0 AND LENGTH(s_1) + CAST(9 AS BIGINT) < 0
      )
      THEN ''
      ELSE SUBSTRING(
        s_1,
        CASE
          WHEN CAST(9 AS BIGINT) < 0
          THEN LENGTH(s_1) + CAST(9 AS BIGINT)
          ELSE LEAST(CAST(9 AS BIGINT), 4000000000)
        END + 1
      )
    END AS d_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given2 : CASE
          WHEN s_1 = ''
          OR (
            CAST(1 AS BIGINT) < 0 AND LENGTH(s_1) + CAST(1 AS BIGINT) < 0
          )
          OR given2 < 0
          THEN ''
          ELSE SUBSTRING(
            s_1,
            CASE
              WHEN CAST(1 AS BIGINT) < 0
              THEN LENGTH(s_1) + CAST(1 AS BIGINT)
              ELSE LEAST(CAST(1 AS BIGINT), 4000000000)
            END + 1,
            LEAST(given2, 4000000000)
          )
        END
      ),
      1
    ) AS e_6
  FROM r1
)
SELECT
  s_1,
  a_2,
  b_3,
  c_4,
  d_5,
  e_6
FROM r2
-- $p1 = 'hello'
-- $p2 = 'x'
-- $p3 = ''
