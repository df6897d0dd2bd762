WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CASE
      WHEN LIST_EXTRACT(
        LIST_TRANSFORM(
          [(
              -2.0e0
          )],
          LAMBDA given2 : CASE WHEN given2 <> 0 THEN (
            0.0e0 - 5.0e0
          ) / given2 ELSE 0 END
        ),
        1
      ) > CAST(10000 AS BIGINT)
      THEN ERROR('not supported: SPL mvrange of more than 10,000 values')
      ELSE ANTIVENOM_SPLUNK_MV_RANGE(5.0e0, 0.0e0, (
        -2.0e0
      ))
    END AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    CASE
      WHEN CASE WHEN 0.25e0 <> 0 THEN (
        1.0e0 - 0.0e0
      ) / 0.25e0 ELSE 0 END > CAST(10000 AS BIGINT)
      THEN ERROR('not supported: SPL mvrange of more than 10,000 values')
      ELSE ANTIVENOM_SPLUNK_MV_RANGE(0.0e0, 1.0e0, 0.25e0)
    END AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    CASE
      WHEN CASE WHEN 43200.0e0 <> 0 THEN (
        172800.0e0 - 0.0e0
      ) / 43200.0e0 ELSE 0 END > CAST(10000 AS BIGINT)
      THEN ERROR('not supported: SPL mvrange of more than 10,000 values')
      ELSE ANTIVENOM_SPLUNK_MV_RANGE(0.0e0, 172800.0e0, 43200.0e0)
    END AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    CASE
      WHEN CASE WHEN 1.0e0 <> 0 THEN (
        3.0e0 - 3.0e0
      ) / 1.0e0 ELSE 0 END > CAST(10000 AS BIGINT)
      THEN ERROR('not supported: SPL mvrange of more than 10,000 values')
      ELSE ANTIVENOM_SPLUNK_MV_RANGE(3.0e0, 3.0e0, 1.0e0)
    END AS d_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    d_5,
    ANTIVENOM_SPLUNK_COMMANDS(CAST($p1 AS TEXT)) AS e_6
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
-- $p1 = '| tstats count | search x="a|b" | sort - count'
