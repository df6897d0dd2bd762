WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3
  FROM r2
  ORDER BY
    _time_1 DESC,
    row_position
), r4 AS MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r3
), r5 AS MATERIALIZED (
  SELECT
    ARRAY_AGG(row_position ORDER BY row_position) AS row_place,
    ANTIVENOM_SPLUNK_TRANSACTION(
      CAST($p1 AS TEXT),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(
        LIST_EXTRACT(
          LIST_TRANSFORM(
            [[user_2]],
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
      ARRAY_AGG((
        LOWER(act_3) = CAST($p2 AS TEXT)
      ) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS transaction_4
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(transaction_4) AS transaction_4
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    placed._time_1,
    placed.user_2,
    placed.act_3,
    walked.transaction_4
  FROM r4 AS placed
  JOIN r6 AS walked
    ON placed.row_position = walked.row_place
  ORDER BY
    placed.row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    transaction_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    transaction_4,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_5,
    row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    transaction_4,
    position_5
  FROM r9
  ORDER BY
    row_position
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    transaction_4,
    position_5
  FROM r10
  WHERE
    (
      transaction_4 % CAST(4 AS BIGINT)
    ) < CAST(2 AS BIGINT)
    OR (
      transaction_4 % CAST(4 AS BIGINT)
    ) = CAST(2 AS BIGINT)
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    transaction_4,
    position_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    transaction_4 AS transaction_12,
    MIN(_time_1) AS _time_6,
    MAX(_time_1) AS last_7,
    CAST(COUNT(*) AS DOUBLE) AS eventcount_8,
    MIN(position_5) AS place_9,
    ARG_MIN(user_2, row_position) FILTER(WHERE
      NOT user_2 IS NULL) AS user_10,
    LIST_SORT(ARRAY_AGG(DISTINCT act_3) FILTER(WHERE
      NOT act_3 IS NULL)) AS act_11
  FROM r12
  GROUP BY
    1
), r14 AS NOT MATERIALIZED (
  SELECT
    transaction_12,
    _time_6,
    last_7,
    eventcount_8,
    place_9,
    user_10,
    act_11
  FROM r13
  ORDER BY
    _time_6 DESC,
    place_9 ASC,
    transaction_12 NULLS FIRST,
    _time_6 NULLS FIRST,
    last_7 NULLS FIRST,
    eventcount_8 NULLS FIRST,
    place_9 NULLS FIRST,
    user_10 NULLS FIRST,
    act_11 NULLS FIRST
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_6,
    user_10,
    act_11,
    ROUND(last_7 - _time_6, CAST(6 AS INT)) AS duration_13,
    eventcount_8,
    CASE
      WHEN (
        transaction_12 % CAST(4 AS BIGINT)
      ) = CAST(1 AS BIGINT)
      THEN 1.0e0
      ELSE 0.0e0
    END AS closed_txn_14,
    eventcount_8 * 1.0e0 AS field_match_sum_15,
    eventcount_8 AS linecount_16
  FROM r14
)
SELECT
  _time_6,
  user_10,
  act_11,
  duration_13,
  eventcount_8,
  closed_txn_14,
  field_match_sum_15,
  linecount_16
FROM r15
-- $p1 = '{"span": null, "pause": null, "events": 1000, "starts": true, "ends": false}'
-- $p2 = 'in'
