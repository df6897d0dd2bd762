WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(times_1 AS TEXT) AS times_1,
    CAST(names_2 AS TEXT) AS names_2,
    CAST(short_3 AS TEXT) AS short_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT))) AS given(times_1, names_2, short_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    times_1,
    names_2,
    short_3,
    ANTIVENOM_KUSTO_ARRAY_SORT([times_1, names_2], CAST(1 AS BIGINT), FALSE, TRUE) AS second_4,
    ANTIVENOM_KUSTO_ARRAY_SORT([times_1, names_2, short_3], CAST(2 AS BIGINT), FALSE, TRUE) AS third_5,
    NULLIF(
      CAST(ANTIVENOM_KUSTO_ARRAY_SORT([times_1, names_2], CAST(1 AS BIGINT), TRUE, TRUE) -> CAST($p4 AS TEXT) AS TEXT),
      'null'
    ) AS final_6
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    second_4,
    third_5,
    final_6,
    ANTIVENOM_KUSTO_ARRAY_SORT([times_1, names_2], CAST(0 AS BIGINT), FALSE, TRUE) AS times_sorted_7,
    ANTIVENOM_KUSTO_ARRAY_SORT([times_1, names_2], CAST(1 AS BIGINT), FALSE, TRUE) AS names_sorted_8
  FROM r2
)
SELECT
  second_4,
  third_5,
  final_6,
  times_sorted_7,
  names_sorted_8
FROM r3
-- $p1 = '[3,1,2]'
-- $p2 = '["c","a","b"]'
-- $p3 = '[1]'
-- $p4 = '$[0]'
