WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(ColumnName_1 AS TEXT) AS ColumnName_1,
    CAST(ColumnOrdinal_2 AS BIGINT) AS ColumnOrdinal_2,
    CAST(DataType_3 AS TEXT) AS DataType_3,
    CAST(ColumnType_4 AS TEXT) AS ColumnType_4
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(0 AS BIGINT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT), CAST(1 AS BIGINT), CAST($p5 AS TEXT), CAST($p6 AS TEXT))) AS given(ColumnName_1, ColumnOrdinal_2, DataType_3, ColumnType_4)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(ColumnName_5 AS TEXT) AS ColumnName_5,
    CAST(ColumnOrdinal_6 AS BIGINT) AS ColumnOrdinal_6,
    CAST(DataType_7 AS TEXT) AS DataType_7,
    CAST(ColumnType_8 AS TEXT) AS ColumnType_8
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST(0 AS BIGINT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (CAST($p7 AS TEXT), CAST(1 AS BIGINT), CAST($p2 AS TEXT), CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT), CAST(2 AS BIGINT), CAST($p5 AS TEXT), CAST($p6 AS TEXT))) AS given(ColumnName_5, ColumnOrdinal_6, DataType_7, ColumnType_8)
), r3 AS NOT MATERIALIZED (
  SELECT
    CAST(ColumnName_1 AS TEXT) AS ColumnName_9,
    CAST(ColumnOrdinal_2 AS BIGINT) AS ColumnOrdinal_10,
    CAST(DataType_3 AS TEXT) AS DataType_11,
    CAST(ColumnType_4 AS TEXT) AS ColumnType_12
  FROM r1
  UNION ALL
  SELECT
    CAST(ColumnName_5 AS TEXT) AS ColumnName_9,
    CAST(ColumnOrdinal_6 AS BIGINT) AS ColumnOrdinal_10,
    CAST(DataType_7 AS TEXT) AS DataType_11,
    CAST(ColumnType_8 AS TEXT) AS ColumnType_12
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    ColumnName_9 AS ColumnName_18,
    MIN(ColumnOrdinal_10) AS low_13,
    MAX(ColumnOrdinal_10) AS high_14,
    COUNT(DISTINCT ColumnType_12) AS types_15,
    COALESCE(ANY_VALUE(DataType_11), '') AS DataType_16,
    COALESCE(ANY_VALUE(ColumnType_12), '') AS ColumnType_17
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    ColumnName_18,
    low_13,
    high_14,
    types_15,
    DataType_16,
    ColumnType_17
  FROM r4
  WHERE
    CASE
      WHEN types_15 > 1
      THEN ERROR('not supported: KQL schema_merge of a column of several types')
      ELSE TRUE
    END
), r6 AS NOT MATERIALIZED (
  SELECT
    ColumnName_18,
    CASE WHEN low_13 <> high_14 THEN CAST(-1 AS BIGINT) ELSE low_13 END AS ColumnOrdinal_19,
    CASE WHEN low_13 <> high_14 THEN CAST($p8 AS TEXT) ELSE DataType_16 END AS DataType_20,
    CASE WHEN low_13 <> high_14 THEN CAST($p9 AS TEXT) ELSE ColumnType_17 END AS ColumnType_21
  FROM r5
)
SELECT
  ColumnName_18,
  ColumnOrdinal_19,
  DataType_20,
  ColumnType_21
FROM r6
ORDER BY
  ColumnName_18,
  ColumnOrdinal_19,
  DataType_20,
  ColumnType_21
-- $p1 = 'Uri'
-- $p2 = 'System.String'
-- $p3 = 'string'
-- $p4 = 'Status'
-- $p5 = 'System.Int32'
-- $p6 = 'int'
-- $p7 = 'Referrer'
-- $p8 = 'ERROR(unknown CSL type:ERROR(columns are out of order))'
-- $p9 = 'ERROR(columns are out of order)'
