WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    _raw_4
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    _raw_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    _raw_4
  FROM r2
  ORDER BY
    _time_1 DESC,
    row_position
), r4 AS MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    _raw_4,
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
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS transaction_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(transaction_5) AS transaction_5
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    placed._time_1,
    placed.user_2,
    placed.act_3,
    placed._raw_4,
    walked.transaction_5
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
    _raw_4,
    transaction_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    _raw_4,
    transaction_5,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS position_6,
    row_position
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    _raw_4,
    transaction_5,
    position_6
  FROM r9
  ORDER BY
    row_position
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    _raw_4,
    transaction_5,
    position_6
  FROM r10
  WHERE
    (
      transaction_5 % CAST(4 AS BIGINT)
    ) < CAST(2 AS BIGINT)
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    act_3,
    _raw_4,
    transaction_5,
    position_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    transaction_5 AS transaction_14,
    MIN(_time_1) AS _time_7,
    MAX(_time_1) AS last_8,
    CAST(COUNT(*) AS DOUBLE) AS eventcount_9,
    MIN(position_6) AS place_10,
    ARG_MIN(user_2, row_position) FILTER(WHERE
      NOT user_2 IS NULL) AS user_11,
    ARRAY_AGG(COALESCE(act_3, CAST($p2 AS TEXT)) ORDER BY _time_1, row_position DESC) FILTER(WHERE
      NOT COALESCE(act_3, CAST($p2 AS TEXT)) IS NULL) AS act_12,
    ARRAY_AGG(_raw_4 ORDER BY _time_1, row_position DESC) FILTER(WHERE
      NOT _raw_4 IS NULL) AS _raw_13
  FROM r12
  GROUP BY
    1
), r14 AS NOT MATERIALIZED (
  SELECT
    transaction_14,
    _time_7,
    last_8,
    eventcount_9,
    place_10,
    user_11,
    act_12,
    _raw_13
  FROM r13
  ORDER BY
    _time_7 DESC,
    place_10 ASC,
    transaction_14 NULLS FIRST,
    _time_7 NULLS FIRST,
    last_8 NULLS FIRST,
    eventcount_9 NULLS FIRST,
    place_10 NULLS FIRST,
    user_11 NULLS FIRST,
    act_12 NULLS FIRST,
    _raw_13 NULLS FIRST
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_7,
    user_11,
    act_12,
    ARRAY_TO_STRING(_raw_13, CAST($p3 AS TEXT)) AS _raw_15,
    ROUND(last_8 - _time_7, CAST(6 AS INT)) AS duration_16,
    eventcount_9,
    CASE
      WHEN (
        transaction_14 % CAST(4 AS BIGINT)
      ) = CAST(1 AS BIGINT)
      THEN 1.0e0
      ELSE 0.0e0
    END AS closed_txn_17,
    eventcount_9 * 1.0e0 AS field_match_sum_18,
    CAST(COALESCE(
      LENGTH(ARRAY_TO_STRING(_raw_13, CAST($p3 AS TEXT))) - LENGTH(REPLACE(ARRAY_TO_STRING(_raw_13, CAST($p3 AS TEXT)), CHR(10), '')) + 1,
      eventcount_9
    ) AS DOUBLE) AS linecount_19
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    user_11,
    act_12,
    _raw_15,
    linecount_19
  FROM r15
)
SELECT
  user_11,
  act_12,
  _raw_15,
  linecount_19
FROM r16
-- $p1 = '{"span": null, "pause": null, "events": 1000, "starts": false, "ends": false}'
-- $p2 = 'none'
-- $p3 = '\n'
