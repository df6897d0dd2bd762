WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(id_1 AS BIGINT) AS id_1,
    CAST(d_2 AS TEXT) AS d_2
  FROM (VALUES
    (CAST(1 AS BIGINT), CAST($p1 AS TEXT)),
    (CAST(2 AS BIGINT), CAST($p2 AS TEXT)),
    (CAST(3 AS BIGINT), CAST($p3 AS TEXT))) AS given(id_1, d_2)
), r2 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_3,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    place_3
  FROM r3
  ORDER BY
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r6 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_3,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    place_3
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    place_3,
    UNNEST(
      CASE
        WHEN d_2 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(d_2) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(d_2, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(d_2) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(d_2 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(d_2) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [d_2]
      END
    ) AS x_4
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    x_4,
    place_3
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    x_4,
    place_3
  FROM r9
  WHERE
    CASE JSON_TYPE(x_4)
      WHEN 'BIGINT'
      THEN CAST(x_4 ->> '$' AS BIGINT)
      WHEN 'UBIGINT'
      THEN TRY_CAST(x_4 ->> '$' AS BIGINT)
      WHEN 'DOUBLE'
      THEN CASE
        WHEN NOT ISFINITE(CAST(x_4 ->> '$' AS DOUBLE))
        THEN NULL
        WHEN CAST(x_4 ->> '$' AS DOUBLE) >= 9223372036854775807
        THEN 9223372036854775807
        WHEN CAST(x_4 ->> '$' AS DOUBLE) <= -9223372036854775808
        THEN -9223372036854775808
        ELSE CAST(TRUNC(CAST(x_4 ->> '$' AS DOUBLE)) AS BIGINT)
      END
      WHEN 'BOOLEAN'
      THEN CASE x_4 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
      WHEN 'VARCHAR'
      THEN CASE
        WHEN REGEXP_FULL_MATCH(
          TRIM(x_4 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
          '[-+]?[0-9]+'
        )
        THEN TRY_CAST(TRIM(x_4 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
        WHEN REGEXP_FULL_MATCH(
          TRIM(x_4 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
          '0[xX][0-9a-fA-F]{1,16}'
        )
        THEN CAST((
          (
            CAST(CAST(TRIM(x_4 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
          ) & 18446744073709551615
        ) - 9223372036854775808 AS BIGINT)
      END
    END > CAST(1 AS BIGINT)
), r11 AS NOT MATERIALIZED (
  SELECT
    place_3 AS place_3,
    COUNT(*) AS n_5
  FROM r10
  GROUP BY
    1
), r12 AS NOT MATERIALIZED (
  SELECT
    place_3,
    n_5,
    ROW_NUMBER() OVER (ORDER BY place_3, n_5) AS row_position
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    place_3,
    n_5,
    COUNT(*) OVER (ORDER BY row_position ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS place_6,
    row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    place_3,
    n_5,
    place_6
  FROM r13
  ORDER BY
    row_position
), r15 AS NOT MATERIALIZED (
  SELECT
    n_5 AS n_7,
    place_3 AS place_8,
    place_6 AS place_9
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    place_3,
    n_7,
    place_8,
    place_9
  FROM r4
  INNER JOIN r15
    ON place_3 IS NOT DISTINCT FROM place_8
), r17 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    place_3,
    n_7,
    place_8,
    place_9
  FROM r16
  ORDER BY
    place_3 ASC,
    place_9 ASC,
    id_1 NULLS FIRST,
    d_2 NULLS FIRST,
    place_3 NULLS FIRST,
    n_7 NULLS FIRST,
    place_8 NULLS FIRST,
    place_9 NULLS FIRST
), r18 AS NOT MATERIALIZED (
  SELECT
    id_1,
    d_2,
    n_7
  FROM r17
)
SELECT
  id_1,
  d_2,
  n_7
FROM r18
-- $p1 = '[1,2]'
-- $p2 = '[]'
-- $p3 = '[5]'
