WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(v_1 AS TEXT) AS v_1
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
    (CAST($p12 AS TEXT))) AS given(v_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    v_1,
    ANTIVENOM_KUSTO_PARSE_VERSION(v_1) IS NULL AS none_2,
    CASE
      WHEN ANTIVENOM_KUSTO_PARSE_VERSION(v_1) IS NULL
      AND LIST_EXTRACT(
        LIST_TRANSFORM(
          [ANTIVENOM_KUSTO_DECIMAL_READ(CAST($p13 AS TEXT))],
          LAMBDA made : CASE
            WHEN made = CAST($p14 AS TEXT)
            THEN ERROR('not supported: KQL decimal of more than 34 digits')
            ELSE made
          END
        ),
        1
      ) IS NULL
      THEN NULL
      ELSE COALESCE(
        ANTIVENOM_KUSTO_PARSE_VERSION(v_1) = LIST_EXTRACT(
          LIST_TRANSFORM(
            [ANTIVENOM_KUSTO_DECIMAL_READ(CAST($p13 AS TEXT))],
            LAMBDA made : CASE
              WHEN made = CAST($p14 AS TEXT)
              THEN ERROR('not supported: KQL decimal of more than 34 digits')
              ELSE made
            END
          ),
          1
        ),
        FALSE
      )
    END AS known_3,
    ANTIVENOM_KUSTO_DECIMAL_RANK(ANTIVENOM_KUSTO_PARSE_VERSION(v_1)) < ANTIVENOM_KUSTO_DECIMAL_RANK(ANTIVENOM_KUSTO_PARSE_VERSION(CAST($p16 AS TEXT))) AS old_4
  FROM r1
)
SELECT
  v_1,
  none_2,
  known_3,
  old_4
FROM r2
-- $p1 = '0.0.0.5'
-- $p2 = '0.0.7.0'
-- $p3 = '0.0.3'
-- $p4 = '0.2'
-- $p5 = '0.1.2.0'
-- $p6 = '1.2.3.4'
-- $p7 = '1'
-- $p8 = '99999999.99999999.99999999.99999999'
-- $p9 = '1.2.3.4.5'
-- $p10 = '1.x'
-- $p11 = '123456789'
-- $p12 = ''
-- $p13 = '1000000020000000300000004'
-- $p14 = '?'
-- $p16 = '1.0.0.0'
