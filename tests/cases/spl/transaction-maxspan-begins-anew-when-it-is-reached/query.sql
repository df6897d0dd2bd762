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
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS count_3,
    row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    count_3
  FROM r5
  ORDER BY
    row_position
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    TRY_CAST(count_3 AS DOUBLE) AS count_4
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1 + (
      10.0e0 * count_4
    ) AS _time_5,
    count_4
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_5,
    count_4,
    CAST($p1 AS TEXT) AS user_6
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_5,
    count_4,
    user_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_5,
    count_4,
    user_6
  FROM r10
  ORDER BY
    _time_5 DESC,
    row_position
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_5,
    count_4,
    user_6
  FROM r11
  LIMIT 10000
), r13 AS MATERIALIZED (
  SELECT
    _time_5,
    count_4,
    user_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r12
), r14 AS MATERIALIZED (
  SELECT
    ARRAY_AGG(row_position ORDER BY row_position) AS row_place,
    ANTIVENOM_SPLUNK_TRANSACTION(
      CAST($p2 AS TEXT),
      ARRAY_AGG(_time_5 ORDER BY row_position),
      ARRAY_AGG(
        LIST_EXTRACT(
          LIST_TRANSFORM(
            [[user_6]],
            LAMBDA given0 : CASE
              WHEN LENGTH(LIST_FILTER(given0, LAMBDA one : one IS NULL)) = 0
              THEN CAST(TO_JSON(given0) AS TEXT)
              WHEN LENGTH(LIST_FILTER(given0, LAMBDA one : NOT one IS NULL)) > 0
              THEN ERROR('not supported: SPL transaction by several fields of which a result lacks some')
            END
          ),
          1
        ) ORDER BY row_position
      ),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS transaction_7
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(transaction_7) AS transaction_7
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    placed._time_5,
    placed.count_4,
    placed.user_6,
    walked.transaction_7
  FROM r13 AS placed
  JOIN r15 AS walked
    ON placed.row_position = walked.row_place
  ORDER BY
    placed.row_position
), r17 AS NOT MATERIALIZED (
  SELECT
    _time_5,
    count_4,
    user_6,
    transaction_7,
    ROW_NUMBER() OVER () AS row_position
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    _time_5,
    count_4,
    user_6,
    transaction_7,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_8,
    row_position
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    _time_5,
    count_4,
    user_6,
    transaction_7,
    position_8
  FROM r18
  ORDER BY
    row_position
), r20 AS NOT MATERIALIZED (
  SELECT
    _time_5,
    count_4,
    user_6,
    transaction_7,
    position_8
  FROM r19
  WHERE
    (
      transaction_7 % CAST(4 AS BIGINT)
    ) < CAST(2 AS BIGINT)
), r21 AS NOT MATERIALIZED (
  SELECT
    _time_5,
    count_4,
    user_6,
    transaction_7,
    position_8,
    ROW_NUMBER() OVER () AS row_position
  FROM r20
), r22 AS NOT MATERIALIZED (
  SELECT
    transaction_7 AS transaction_15,
    MIN(_time_5) AS _time_9,
    MAX(_time_5) AS last_10,
    CAST(COUNT(*) AS DOUBLE) AS eventcount_11,
    MIN(position_8) AS place_12,
    LIST_SORT(
      ARRAY_AGG(
        DISTINCT CASE
          WHEN count_4 = TRUNC(count_4) AND ABS(count_4) < 9e18
          THEN CAST(TRY_CAST(count_4 AS BIGINT) AS TEXT)
          ELSE CAST(count_4 AS TEXT)
        END
      ) FILTER(WHERE
        NOT CASE
          WHEN count_4 = TRUNC(count_4) AND ABS(count_4) < 9e18
          THEN CAST(TRY_CAST(count_4 AS BIGINT) AS TEXT)
          ELSE CAST(count_4 AS TEXT)
        END IS NULL)
    ) AS count_13,
    ARG_MIN(user_6, row_position) FILTER(WHERE
      NOT user_6 IS NULL) AS user_14
  FROM r21
  GROUP BY
    1
), r23 AS NOT MATERIALIZED (
  SELECT
    transaction_15,
    _time_9,
    last_10,
    eventcount_11,
    place_12,
    count_13,
    user_14
  FROM r22
  ORDER BY
    _time_9 DESC,
    place_12 ASC,
    transaction_15 NULLS FIRST,
    _time_9 NULLS FIRST,
    last_10 NULLS FIRST,
    eventcount_11 NULLS FIRST,
    place_12 NULLS FIRST,
    count_13 NULLS FIRST,
    user_14 NULLS FIRST
), r24 AS NOT MATERIALIZED (
  SELECT
    _time_9,
    count_13,
    user_14,
    ROUND(last_10 - _time_9, CAST(6 AS INT)) AS duration_16,
    eventcount_11,
    CASE
      WHEN (
        transaction_15 % CAST(4 AS BIGINT)
      ) = CAST(1 AS BIGINT)
      THEN 1.0e0
      ELSE 0.0e0
    END AS closed_txn_17,
    eventcount_11 * 1.0e0 AS field_match_sum_18,
    eventcount_11 AS linecount_19
  FROM r23
), r25 AS NOT MATERIALIZED (
  SELECT
    count_13,
    user_14,
    duration_16,
    eventcount_11,
    closed_txn_17,
    field_match_sum_18,
    linecount_19
  FROM r24
)
SELECT
  count_13,
  user_14,
  duration_16,
  eventcount_11,
  closed_txn_17,
  field_match_sum_18,
  linecount_19
FROM r25
-- $p1 = 'nobody'
-- $p2 = '{"span": 11.0, "pause": null, "events": 1000, "starts": false, "ends": false}'
