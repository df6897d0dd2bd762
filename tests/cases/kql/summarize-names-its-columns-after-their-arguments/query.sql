WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(x_1 AS BIGINT) AS x_1,
    CAST(s_2 AS TEXT) AS s_2
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(2 AS BIGINT), CAST($p2 AS TEXT)),
    (CAST(3 AS BIGINT), CAST($p1 AS TEXT))) AS given(x_1, s_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    x_1,
    s_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    s_2 AS s_13,
    CASE
      WHEN CAST(2 AS BIGINT) > 0 AND x_1 % CAST(2 AS BIGINT) >= 0
      THEN x_1 - x_1 % CAST(2 AS BIGINT)
      WHEN CAST(2 AS BIGINT) > 0 AND x_1 >= -9223372036854775807 + CAST(2 AS BIGINT)
      THEN x_1 - (
        x_1 % CAST(2 AS BIGINT) + CAST(2 AS BIGINT)
      )
    END AS x_14,
    COUNT(*) AS count_3,
    CAST((
      (
        COALESCE(SUM(CAST(x_1 AS INT128)), 0) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS sum_4,
    CASE
      WHEN COUNT(x_1) = 0
      THEN CAST('nan' AS DOUBLE)
      ELSE CAST(CAST((
        (
          COALESCE(SUM(CAST(x_1 AS INT128)), 0) + 9223372036854775808
        ) & 18446744073709551615
      ) - 9223372036854775808 AS BIGINT) AS DOUBLE) / COUNT(x_1)
    END AS avg_5,
    COUNT(DISTINCT s_2) AS dcount_6,
    COUNT(CASE WHEN x_1 > CAST(1 AS BIGINT) THEN 1 END) AS countif_7,
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN x_1 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN x_1 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS make_list_8,
    '[' || ARRAY_TO_STRING(
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            COALESCE(
              ARRAY_AGG(CAST(TO_JSON(s_2) AS TEXT) ORDER BY row_position) FILTER(WHERE
                NOT CAST(TO_JSON(s_2) AS TEXT) IS NULL),
              []
            )
          ],
          LAMBDA every : CASE
            WHEN LENGTH(every) * LENGTH(LIST_DISTINCT(every)) > 100000000
            THEN LIST_SORT(LIST_DISTINCT(every))
            ELSE LIST_TRANSFORM(
              LIST_SORT(
                LIST_TRANSFORM(LIST_DISTINCT(every), LAMBDA one : {'at': LIST_POSITION(every, one), 'text': one})
              ),
              LAMBDA pair : pair.text
            )
          END
        ),
        1
      ),
      ','
    ) || ']' AS make_set_9,
    MAX(x_1) AS max_10,
    MIN(x_1) AS min_11,
    MIN(x_1) AS min_12
  FROM r2
  GROUP BY
    1,
    2
), r4 AS NOT MATERIALIZED (
  SELECT
    s_13,
    x_14,
    count_3 AS count__15,
    sum_4 AS sum_x_16,
    avg_5 AS avg_x_17,
    dcount_6 AS dcount_s_18,
    countif_7 AS countif__19,
    make_list_8 AS list_x_20,
    make_set_9 AS set_s_21,
    CAST((
      (
        (
          CAST(max_10 AS INT128) - min_11
        ) + 9223372036854775808
      ) & 18446744073709551615
    ) - 9223372036854775808 AS BIGINT) AS Column1_22,
    CAST((
      (
        CAST(min_12 AS INT128) + 2147483648
      ) & 4294967295
    ) - 2147483648 AS INT) AS min_x_23
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    s_13,
    x_14,
    count__15,
    sum_x_16,
    avg_x_17,
    dcount_s_18,
    countif__19,
    list_x_20,
    set_s_21,
    Column1_22,
    min_x_23
  FROM r4
  ORDER BY
    s_13 ASC NULLS FIRST,
    x_14 ASC NULLS FIRST,
    s_13 NULLS FIRST,
    x_14 NULLS FIRST,
    count__15 NULLS FIRST,
    sum_x_16 NULLS FIRST,
    avg_x_17 NULLS FIRST,
    dcount_s_18 NULLS FIRST,
    countif__19 NULLS FIRST,
    list_x_20 NULLS FIRST,
    set_s_21 NULLS FIRST,
    Column1_22 NULLS FIRST,
    min_x_23 NULLS FIRST
)
SELECT
  s_13,
  x_14,
  count__15,
  sum_x_16,
  avg_x_17,
  dcount_s_18,
  countif__19,
  list_x_20,
  set_s_21,
  Column1_22,
  min_x_23
FROM r5
-- $p1 = 'a'
-- $p2 = 'b'
