WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    COALESCE(
      (
        CAST(YEAR(
          MAKE_TIMESTAMP(
            (
              CAST(633806703306170000 AS BIGINT) - 621355968000000000
            ) // 10 - CASE
              WHEN (
                CAST(633806703306170000 AS BIGINT) - 621355968000000000
              ) % 10 < 0
              THEN 1
              ELSE 0
            END
          )
        ) % 100 AS TEXT) || (
          CAST($p1 AS TEXT)
        ) || (
          RTRIM(
            LPAD(CAST(CAST(633806703306170000 AS BIGINT) % 10000000 AS TEXT), 7, '0')[1:CAST(CAST(1 AS BIGINT) AS INT)],
            '0'
          )
        ) || (
          CAST($p1 AS TEXT)
        ) || (
          RTRIM(
            LPAD(CAST(CAST(633806703306170000 AS BIGINT) % 10000000 AS TEXT), 7, '0')[1:CAST(CAST(2 AS BIGINT) AS INT)],
            '0'
          )
        ) || (
          CAST($p1 AS TEXT)
        ) || (
          RTRIM(
            LPAD(CAST(CAST(633806703306170000 AS BIGINT) % 10000000 AS TEXT), 7, '0')[1:CAST(CAST(3 AS BIGINT) AS INT)],
            '0'
          )
        ) || (
          CAST($p1 AS TEXT)
        ) || (
          RTRIM(
            LPAD(CAST(CAST(633806703306170000 AS BIGINT) % 10000000 AS TEXT), 7, '0')[1:CAST(CAST(7 AS BIGINT) AS INT)],
            '0'
          )
        )
      ),
      CAST($p2 AS TEXT)
    ) AS a_2,
    COALESCE(
      (
        CAST(YEAR(
          MAKE_TIMESTAMP(
            (
              CAST(636961577430500000 AS BIGINT) - 621355968000000000
            ) // 10 - CASE
              WHEN (
                CAST(636961577430500000 AS BIGINT) - 621355968000000000
              ) % 10 < 0
              THEN 1
              ELSE 0
            END
          )
        ) % 100 AS TEXT) || (
          CAST($p3 AS TEXT)
        ) || (
          STRFTIME(
            MAKE_TIMESTAMP(
              (
                CAST(636961577430500000 AS BIGINT) - 621355968000000000
              ) // 10 - CASE
                WHEN (
                  CAST(636961577430500000 AS BIGINT) - 621355968000000000
                ) % 10 < 0
                THEN 1
                ELSE 0
              END
            ),
            CAST($p4 AS TEXT)
          )
        ) || (
          CAST($p3 AS TEXT)
        ) || (
          STRFTIME(
            MAKE_TIMESTAMP(
              (
                CAST(636961577430500000 AS BIGINT) - 621355968000000000
              ) // 10 - CASE
                WHEN (
                  CAST(636961577430500000 AS BIGINT) - 621355968000000000
                ) % 10 < 0
                THEN 1
                ELSE 0
              END
            ),
            CAST($p5 AS TEXT)
          )
        ) || (
          CAST($p1 AS TEXT)
        ) || (
          STRFTIME(
            MAKE_TIMESTAMP(
              (
                CAST(636961577430500000 AS BIGINT) - 621355968000000000
              ) // 10 - CASE
                WHEN (
                  CAST(636961577430500000 AS BIGINT) - 621355968000000000
                ) % 10 < 0
                THEN 1
                ELSE 0
              END
            ),
            CAST($p6 AS TEXT)
          )
        ) || (
          CAST($p7 AS TEXT)
        ) || (
          STRFTIME(
            MAKE_TIMESTAMP(
              (
                CAST(636961577430500000 AS BIGINT) - 621355968000000000
              ) // 10 - CASE
                WHEN (
                  CAST(636961577430500000 AS BIGINT) - 621355968000000000
                ) % 10 < 0
                THEN 1
                ELSE 0
              END
            ),
            CAST($p8 AS TEXT)
          )
        ) || (
          CAST($p7 AS TEXT)
        ) || (
          STRFTIME(
            MAKE_TIMESTAMP(
              (
                CAST(636961577430500000 AS BIGINT) - 621355968000000000
              ) // 10 - CASE
                WHEN (
                  CAST(636961577430500000 AS BIGINT) - 621355968000000000
                ) % 10 < 0
                THEN 1
                ELSE 0
              END
            ),
            CAST($p9 AS TEXT)
          )
        ) || (
          CAST($p1 AS TEXT)
        ) || (
          STRFTIME(
            MAKE_TIMESTAMP(
              (
                CAST(636961577430500000 AS BIGINT) - 621355968000000000
              ) // 10 - CASE
                WHEN (
                  CAST(636961577430500000 AS BIGINT) - 621355968000000000
                ) % 10 < 0
                THEN 1
                ELSE 0
              END
            ),
            CAST($p10 AS TEXT)
          )
        ) || (
          CAST($p1 AS TEXT)
        ) || (
          CAST($p11 AS TEXT)
        ) || (
          RTRIM(
            LPAD(CAST(CAST(636961577430500000 AS BIGINT) % 10000000 AS TEXT), 7, '0')[1:CAST(CAST(1 AS BIGINT) AS INT)],
            '0'
          )
        ) || (
          CAST($p12 AS TEXT)
        ) || (
          CAST($p1 AS TEXT)
        ) || (
          RTRIM(
            LPAD(CAST(CAST(636961577430500000 AS BIGINT) % 10000000 AS TEXT), 7, '0')[1:CAST(CAST(3 AS BIGINT) AS INT)],
            '0'
          )
        )
      ),
      CAST($p2 AS TEXT)
    ) AS b_3,
    COALESCE(
      (
        CAST(YEAR(
          MAKE_TIMESTAMP(
            (
              CAST(0 AS BIGINT) - 621355968000000000
            ) // 10 - CASE WHEN (
              CAST(0 AS BIGINT) - 621355968000000000
            ) % 10 < 0 THEN 1 ELSE 0 END
          )
        ) % 100 AS TEXT) || (
          CAST($p1 AS TEXT)
        ) || (
          STRFTIME(
            MAKE_TIMESTAMP(
              (
                CAST(0 AS BIGINT) - 621355968000000000
              ) // 10 - CASE WHEN (
                CAST(0 AS BIGINT) - 621355968000000000
              ) % 10 < 0 THEN 1 ELSE 0 END
            ),
            CAST($p13 AS TEXT)
          )
        ) || (
          CAST($p1 AS TEXT)
        ) || (
          STRFTIME(
            MAKE_TIMESTAMP(
              (
                CAST(0 AS BIGINT) - 621355968000000000
              ) // 10 - CASE WHEN (
                CAST(0 AS BIGINT) - 621355968000000000
              ) % 10 < 0 THEN 1 ELSE 0 END
            ),
            CAST($p14 AS TEXT)
          )
        )
      ),
      CAST($p2 AS TEXT)
    ) AS c_4
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4
FROM r2
-- $p1 = ' '
-- $p2 = ''
-- $p3 = '-'
-- $p4 = '%-m'
-- $p5 = '%-d'
-- $p6 = '%-I'
-- $p7 = ':'
-- $p8 = '%-M'
-- $p9 = '%-S'
-- $p10 = '%p'
-- $p11 = '['
-- $p12 = ']'
-- $p13 = '%y'
-- $p14 = '%Y'
