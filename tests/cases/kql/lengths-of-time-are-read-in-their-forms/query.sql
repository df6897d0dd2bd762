WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(text_1 AS TEXT) AS text_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT)),
    (CAST($p7 AS TEXT)),
    (CAST($p8 AS TEXT)),
    (CAST($p9 AS TEXT)),
    (CAST($p10 AS TEXT)),
    (CAST($p11 AS TEXT)),
    (CAST($p12 AS TEXT)),
    (CAST($p13 AS TEXT)),
    (CAST($p14 AS TEXT))) AS given(text_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    text_1,
    CASE
      WHEN REGEXP_FULL_MATCH(TRIM(text_1), '-?[0-9]{1,7}d')
      THEN CAST(TRIM(text_1)[1:-2] AS BIGINT) * 864000000000
      WHEN REGEXP_FULL_MATCH(TRIM(text_1), '-?[0-9]{1,7}h')
      THEN CAST(TRIM(text_1)[1:-2] AS BIGINT) * 36000000000
      WHEN REGEXP_FULL_MATCH(TRIM(text_1), '-?[0-9]{1,7}m')
      THEN CAST(TRIM(text_1)[1:-2] AS BIGINT) * 600000000
      WHEN REGEXP_FULL_MATCH(TRIM(text_1), '-?[0-9]{1,7}s')
      THEN CAST(TRIM(text_1)[1:-2] AS BIGINT) * 10000000
      WHEN REGEXP_FULL_MATCH(TRIM(text_1), '-?[0-9]{1,7}ms')
      THEN CAST(TRIM(text_1)[1:-3] AS BIGINT) * 10000
      WHEN REGEXP_FULL_MATCH(
        TRIM(text_1),
        '(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?'
      )
      THEN CASE
        WHEN CAST('0' || REGEXP_EXTRACT(
          TRIM(text_1),
          '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
          3
        ) AS BIGINT) < 24
        AND CAST('0' || REGEXP_EXTRACT(
          TRIM(text_1),
          '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
          4
        ) AS BIGINT) < 60
        AND CAST('0' || REGEXP_EXTRACT(
          TRIM(text_1),
          '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
          5
        ) AS BIGINT) < 60
        THEN CASE WHEN TRIM(text_1)[1] = '-' THEN -1 ELSE 1 END * (
          (
            (
              (
                CAST('0' || REGEXP_EXTRACT(
                  TRIM(text_1),
                  '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
                  2
                ) AS BIGINT) * 24 + CAST('0' || REGEXP_EXTRACT(
                  TRIM(text_1),
                  '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
                  3
                ) AS BIGINT)
              ) * 60 + CAST('0' || REGEXP_EXTRACT(
                TRIM(text_1),
                '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
                4
              ) AS BIGINT)
            ) * 60 + CAST('0' || REGEXP_EXTRACT(
              TRIM(text_1),
              '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
              5
            ) AS BIGINT)
          ) * 10000000 + CAST(RPAD(
            '0' || REGEXP_EXTRACT(
              TRIM(text_1),
              '^(-)?(?:([0-9]{1,7})\.)?([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:\.([0-9]{1,7}))?$',
              6
            ),
            8,
            '0'
          ) AS BIGINT)
        )
      END
      WHEN REGEXP_FULL_MATCH(TRIM(text_1), '[0-9]*[.][0-9]*')
      OR NOT REGEXP_MATCHES(TRIM(text_1), '[0-9]')
      THEN NULL
      ELSE ANTIVENOM_KUSTO_READ_TIMESPAN(TRIM(text_1))
    END AS read_2
  FROM r1
)
SELECT
  text_1,
  read_2
FROM r2
-- $p1 = '1d'
-- $p2 = '-2h'
-- $p3 = '1.5h'
-- $p4 = '90 seconds'
-- $p5 = '10microseconds'
-- $p6 = '1tick'
-- $p7 = '13:00'
-- $p8 = '-00:30:00'
-- $p9 = '1.02:03:04.5'
-- $p10 = '0:0:0.001'
-- $p11 = '100.00:00:00'
-- $p12 = '25:00:00'
-- $p13 = '1.5'
-- $p14 = 'abc'
