WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    UNNEST(
      CASE
        WHEN LENGTH(LIST_RESIZE([''], CAST(CAST(2 AS BIGINT) AS BIGINT), '')) > 0
        THEN LIST_RESIZE([''], CAST(CAST(2 AS BIGINT) AS BIGINT), '')
        ELSE [NULL]
      END
    ) AS blank_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS n_3,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_3
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    TRY_CAST(n_3 AS DOUBLE) AS n_4
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_4,
    CASE WHEN n_4 = 1.0e0 THEN CAST($p1 AS TEXT) ELSE CAST($p2 AS TEXT) END AS j_5
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    n_4,
    j_5,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH_FIELD(j_5, CAST($p3 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS c_6,
    ANTIVENOM_SPLUNK_SPATH_FIELD(j_5, CAST($p4 AS TEXT)) AS c_7,
    ANTIVENOM_SPLUNK_SPATH_FIELD(j_5, CAST($p5 AS TEXT)) AS c_8,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH_FIELD(j_5, CAST($p6 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS none_9,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH_FIELD(j_5, CAST($p7 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS ok_10,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH_FIELD(j_5, CAST($p8 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS c_11
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    n_4,
    c_6,
    c_7,
    c_8,
    none_9,
    ok_10,
    c_11
  FROM r9
)
SELECT
  n_4,
  c_6,
  c_7,
  c_8,
  none_9,
  ok_10,
  c_11
FROM r10
-- $p1 = '{"user": {"name": "kim", "groups": ["a", "b"]}, "nested": [[1.50], [2]], "none": null, "ok": true, "empty": []}'
-- $p2 = '{"user": {"name": "ann"}, "cut": {"off": 1'
-- $p3 = 'user.name'
-- $p4 = 'user.groups{}'
-- $p5 = 'nested{}{}'
-- $p6 = 'none'
-- $p7 = 'ok'
-- $p8 = 'cut.off'
