WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(k_2 AS TEXT) AS k_2
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p2 AS TEXT))) AS given(_time_1, k_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    CASE
      WHEN CASE
        WHEN NOT k_2 IS NULL
        THEN COALESCE(
          CASE
            WHEN ORD(k_2) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(k_2, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(k_2 AS DOUBLE)
          END = CAST(1.0e0 AS DOUBLE),
          FALSE
        )
      END
      THEN ANTIVENOM_SPLUNK_JSON_OBJECT(
        CAST([
          CAST($p3 AS TEXT),
          ANTIVENOM_SPLUNK_JSON_STRING(CAST($p4 AS TEXT)),
          CAST($p5 AS TEXT),
          ANTIVENOM_SPLUNK_JSON_GUESS(
            ANTIVENOM_SPLUNK_JSON_ARRAY(
              CAST([
                ANTIVENOM_SPLUNK_JSON_NUMBER(CAST($p6 AS TEXT)),
                ANTIVENOM_SPLUNK_JSON_STRING(CAST($p7 AS TEXT))
              ] AS TEXT[])
            )
          ),
          CAST($p8 AS TEXT),
          ANTIVENOM_SPLUNK_JSON_GUESS(
            ANTIVENOM_SPLUNK_JSON_OBJECT(
              CAST([CAST($p9 AS TEXT), ANTIVENOM_SPLUNK_JSON_NUMBER(CAST($p1 AS TEXT))] AS TEXT[])
            )
          ),
          CAST($p10 AS TEXT),
          CAST($p11 AS TEXT),
          CAST($p12 AS TEXT),
          CASE WHEN FALSE THEN 'true' WHEN NOT FALSE THEN 'false' ELSE 'null' END
        ] AS TEXT[])
      )
      ELSE CAST($p13 AS TEXT)
    END AS o_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    o_3,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_JSON_FIELD(o_3, CAST($p3 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS o_user_4,
    ANTIVENOM_SPLUNK_JSON_FIELD(o_3, CAST($p5 AS TEXT)) AS o_ports_5,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_JSON_FIELD(o_3, CAST($p8 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS o_os_6,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_JSON_FIELD(o_3, CAST($p12 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS o_new_7
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    k_2,
    o_user_4,
    o_ports_5,
    o_os_6,
    o_new_7
  FROM r3
)
SELECT
  k_2,
  o_user_4,
  o_ports_5,
  o_os_6,
  o_new_7
FROM r4
-- $p1 = '1'
-- $p2 = '2'
-- $p3 = 'user'
-- $p4 = 'kim'
-- $p5 = 'ports'
-- $p6 = '22'
-- $p7 = '80'
-- $p8 = 'os'
-- $p9 = 'n'
-- $p10 = 'gone'
-- $p11 = 'null'
-- $p12 = 'new'
-- $p13 = '[1]'
