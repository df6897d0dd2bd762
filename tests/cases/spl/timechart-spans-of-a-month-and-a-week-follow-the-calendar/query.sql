WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (1769904000.0e0),
    (1772323200.0e0),
    (1775001600.0e0)) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4
  FROM table1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4
  FROM r3
  ORDER BY
    _time_2 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4
  FROM r4
  WHERE
    NOT _time_2 IS NULL
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    EPOCH(
      DATE_TRUNC(
        'MONTH',
        MAKE_TIMESTAMP(
          CAST(ROUND(CASE WHEN _time_2 BETWEEN -62135596800 AND 253402300799 THEN _time_2 END * 1e6) AS BIGINT)
        )
      )
    ) AS _time_5
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_2,
    user_3,
    n_4,
    _time_5
  FROM r6
  WHERE
    NOT _time_5 IS NULL
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_5 AS _time_7,
    CAST(COUNT(*) AS DOUBLE) AS count_6
  FROM r7
  GROUP BY
    1
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_8,
    COALESCE(count_6, 0.0e0) AS count_9
  FROM r1
  LEFT OUTER JOIN r8
    ON _time_1 IS NOT DISTINCT FROM _time_7
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    count_9
  FROM r9
  ORDER BY
    _time_8 ASC,
    _time_8 NULLS FIRST,
    count_9 NULLS FIRST
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_8,
    count_9
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_10 AS DOUBLE) AS _time_10
  FROM (VALUES
    (1769385600.0e0),
    (1769990400.0e0),
    (1770595200.0e0),
    (1771200000.0e0),
    (1771804800.0e0),
    (1772409600.0e0),
    (1773014400.0e0),
    (1773619200.0e0),
    (1774224000.0e0),
    (1774828800.0e0)) AS given(_time_10)
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_11,
    user_12,
    n_13
  FROM table2
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_11,
    user_12,
    n_13
  FROM r13
  WHERE
    TRUE
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_11,
    user_12,
    n_13,
    ROW_NUMBER() OVER () AS row_position
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    _time_11,
    user_12,
    n_13
  FROM r15
  ORDER BY
    _time_11 DESC,
    row_position
), r17 AS NOT MATERIALIZED (
  SELECT
    _time_11,
    user_12,
    n_13
  FROM r16
  WHERE
    NOT _time_11 IS NULL
), r18 AS NOT MATERIALIZED (
  SELECT
    _time_11,
    user_12,
    n_13,
    FLOOR((
      _time_11 - 345600
    ) / 604800) * 604800 + 345600 AS _time_14
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    _time_11,
    user_12,
    n_13,
    _time_14
  FROM r18
  WHERE
    NOT _time_14 IS NULL
), r20 AS NOT MATERIALIZED (
  SELECT
    _time_14 AS _time_16,
    CAST(COUNT(*) AS DOUBLE) AS count_15
  FROM r19
  GROUP BY
    1
), r21 AS NOT MATERIALIZED (
  SELECT
    _time_10 AS _time_17,
    COALESCE(count_15, 0.0e0) AS count_18
  FROM r12
  LEFT OUTER JOIN r20
    ON _time_10 IS NOT DISTINCT FROM _time_16
), r22 AS NOT MATERIALIZED (
  SELECT
    _time_17,
    count_18
  FROM r21
  ORDER BY
    _time_17 ASC,
    _time_17 NULLS FIRST,
    count_18 NULLS FIRST
), r23 AS NOT MATERIALIZED (
  SELECT
    _time_17,
    count_18
  FROM r22
), r24 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_8 AS DOUBLE) AS _time_19,
    CAST(count_9 AS DOUBLE) AS count_20
  FROM r11
  UNION ALL
  SELECT
    CAST(_time_17 AS DOUBLE) AS _time_19,
    CAST(count_18 AS DOUBLE) AS count_20
  FROM r23
)
SELECT
  _time_19,
  count_20
FROM r24
