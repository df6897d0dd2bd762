WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS _raw_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    _raw_2,
    ANTIVENOM_SPLUNK_PAIR_FIELD(
      _raw_2,
      [
        CAST($p2 AS TEXT),
        CAST($p3 AS TEXT),
        CAST($p4 AS TEXT),
        CAST($p5 AS TEXT),
        CAST($p6 AS TEXT),
        CAST($p6 AS TEXT)
      ],
      CAST($p7 AS TEXT)
    ) AS user_3,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_PAIR_FIELD(
        _raw_2,
        [
          CAST($p2 AS TEXT),
          CAST($p3 AS TEXT),
          CAST($p4 AS TEXT),
          CAST($p5 AS TEXT),
          CAST($p6 AS TEXT),
          CAST($p6 AS TEXT)
        ],
        CAST($p8 AS TEXT)
      ),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS port_4,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_PAIR_FIELD(
        _raw_2,
        [
          CAST($p2 AS TEXT),
          CAST($p3 AS TEXT),
          CAST($p4 AS TEXT),
          CAST($p5 AS TEXT),
          CAST($p6 AS TEXT),
          CAST($p6 AS TEXT)
        ],
        CAST($p9 AS TEXT)
      ),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS a_b_5,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_PAIR_FIELD(
        _raw_2,
        [
          CAST($p2 AS TEXT),
          CAST($p3 AS TEXT),
          CAST($p4 AS TEXT),
          CAST($p5 AS TEXT),
          CAST($p6 AS TEXT),
          CAST($p6 AS TEXT)
        ],
        CAST($p10 AS TEXT)
      ),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS id_6
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    user_3,
    port_4,
    CAST(NULL AS TEXT) AS url_7,
    a_b_5,
    id_6
  FROM r3
)
SELECT
  user_3,
  port_4,
  url_7,
  a_b_5,
  id_6
FROM r4
-- $p1 = 'user=kim;port:22|url=http://x;a b="q";user=ann;_id=7'
-- $p2 = ';|'
-- $p3 = '=:'
-- $p4 = '50'
-- $p5 = '10240'
-- $p6 = '1'
-- $p7 = 'user'
-- $p8 = 'port'
-- $p9 = 'a_b'
-- $p10 = 'id'
