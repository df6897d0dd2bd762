WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CAST($p1 AS TEXT) AS j_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    j_2,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH(j_2, CAST($p2 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS c_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    j_2,
    c_3,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH(j_2, CAST($p3 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS one_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    j_2,
    c_3,
    one_4,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH(j_2, CAST($p4 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS all_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    j_2,
    c_3,
    one_4,
    all_5,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH(j_2, CAST($p5 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS nothing_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    j_2,
    c_3,
    one_4,
    all_5,
    nothing_6,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_SPATH(j_2, CAST($p6 AS TEXT)),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS n_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    j_2,
    c_3,
    one_4,
    all_5,
    nothing_6,
    n_7,
    ANTIVENOM_SPLUNK_SPATH(j_2, CAST($p7 AS TEXT)) AS f_8
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    c_3,
    one_4,
    all_5,
    nothing_6,
    n_7,
    f_8
  FROM r8
)
SELECT
  c_3,
  one_4,
  all_5,
  nothing_6,
  n_7,
  f_8
FROM r9
-- $p1 = '{"p": {"q": [{"r": 1}, {"s": 2}], "n": null}}'
-- $p2 = 'p.q{}.s'
-- $p3 = 'p.q{0}'
-- $p4 = 'p.q'
-- $p5 = 'p.missing'
-- $p6 = 'p.n'
-- $p7 = 'p.q{1}.s'
