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
        WHEN LENGTH(LIST_RESIZE([''], CAST(CAST(5 AS BIGINT) AS BIGINT), '')) > 0
        THEN LIST_RESIZE([''], CAST(CAST(5 AS BIGINT) AS BIGINT), '')
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
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS a_3,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_3
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    TRY_CAST(a_3 AS DOUBLE) AS a_4
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    CAST($p1 AS TEXT) AS joiner_5
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    CASE
      WHEN (
        a_4 % NULLIF(2.0e0, 0)
      ) = 0.0e0
      THEN CAST($p2 AS TEXT) || CASE
        WHEN a_4 = TRUNC(a_4) AND ABS(a_4) < 9e18
        THEN CAST(TRY_CAST(a_4 AS BIGINT) AS TEXT)
        ELSE CAST(a_4 AS TEXT)
      END
      ELSE CAST($p3 AS TEXT) || CASE
        WHEN a_4 = TRUNC(a_4) AND ABS(a_4) < 9e18
        THEN CAST(TRY_CAST(a_4 AS BIGINT) AS TEXT)
        ELSE CAST(a_4 AS TEXT)
      END
    END AS b_6
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    CASE
      WHEN (
        a_4 % NULLIF(2.0e0, 0)
      ) = 1.0e0
      THEN CAST($p4 AS TEXT) || CASE
        WHEN a_4 = TRUNC(a_4) AND ABS(a_4) < 9e18
        THEN CAST(TRY_CAST(a_4 AS BIGINT) AS TEXT)
        ELSE CAST(a_4 AS TEXT)
      END
      ELSE CAST(NULL AS TEXT)
    END AS c_7
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7
  FROM r10
  WHERE
    NOT joiner_5 IS NULL
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_8,
    row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    position_8
  FROM r13
  ORDER BY
    row_position
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    position_8,
    ROW_NUMBER() OVER () AS row_position
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    position_8,
    COUNT(*) OVER (
      PARTITION BY joiner_5
      ORDER BY row_position
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS place_9,
    row_position
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    position_8,
    place_9
  FROM r16
  ORDER BY
    row_position
), r18 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    position_8,
    place_9,
    ROW_NUMBER() OVER () AS row_position
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    position_8,
    place_9,
    COUNT(*) OVER (PARTITION BY joiner_5) AS count_10,
    row_position
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    position_8,
    place_9,
    count_10
  FROM r19
  ORDER BY
    row_position
), r21 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    position_8,
    place_9,
    ROW_NUMBER() OVER () AS row_position
  FROM r17
), r22 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    position_8,
    place_9,
    COUNT(*) OVER (PARTITION BY joiner_5) AS count_10,
    row_position
  FROM r21
), r23 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_4,
    joiner_5,
    b_6,
    c_7,
    position_8,
    place_9,
    count_10
  FROM r22
  ORDER BY
    row_position
), r24 AS NOT MATERIALIZED (
  SELECT
    _time_1 AS _time_11,
    a_4 AS a_12,
    joiner_5 AS joiner_13,
    b_6 AS b_14,
    c_7 AS c_15,
    place_9 AS c_16,
    count_10 AS c_17,
    position_8 AS c_18
  FROM r23
), r25 AS NOT MATERIALIZED (
  SELECT
    COALESCE(_time_11, _time_1) AS _time_19,
    COALESCE(a_12, a_4) AS a_20,
    COALESCE(joiner_13, joiner_5) AS joiner_21,
    COALESCE(b_14, b_6) AS b_22,
    COALESCE(c_15, c_7) AS c_23,
    c_16 AS c_24,
    count_10 AS c_25,
    position_8 AS position_26
  FROM r20
  LEFT OUTER JOIN r24
    ON joiner_5 IS NOT DISTINCT FROM joiner_13
    AND place_9 + CAST(1 AS BIGINT) IS NOT DISTINCT FROM c_16
), r26 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    a_20,
    joiner_21,
    b_22,
    c_23,
    c_24,
    c_25,
    position_26
  FROM r25
  ORDER BY
    position_26 ASC,
    _time_19 NULLS FIRST,
    a_20 NULLS FIRST,
    joiner_21 NULLS FIRST,
    b_22 NULLS FIRST,
    c_23 NULLS FIRST,
    c_24 NULLS FIRST,
    c_25 NULLS FIRST,
    position_26 NULLS FIRST
), r27 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    a_20,
    joiner_21,
    b_22,
    c_23,
    c_24,
    c_25
  FROM r26
), r28 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    a_20,
    joiner_21,
    b_22,
    c_23,
    c_24,
    c_25
  FROM r27
  WHERE
    NOT c_24 IS NULL
), r29 AS NOT MATERIALIZED (
  SELECT
    _time_19,
    a_20,
    joiner_21,
    b_22,
    c_23
  FROM r28
), r30 AS NOT MATERIALIZED (
  SELECT
    a_20,
    b_22,
    c_23,
    joiner_21
  FROM r29
)
SELECT
  a_20,
  b_22,
  c_23,
  joiner_21
FROM r30
-- $p1 = 'x'
-- $p2 = 'something'
-- $p3 = 'nada'
-- $p4 = 'somethingelse'
