WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(row_1 AS INT) AS row_1,
    CAST(tags_2 AS TEXT) AS tags_2,
    CAST(ports_3 AS TEXT) AS ports_3
  FROM (VALUES
    (CAST(1 AS INT), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (CAST(2 AS INT), CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (CAST(3 AS INT), CAST(NULL AS TEXT), CAST($p3 AS TEXT)),
    (CAST(4 AS INT), CAST($p3 AS TEXT), CAST($p5 AS TEXT)),
    (CAST(5 AS INT), CAST($p6 AS TEXT), CAST($p7 AS TEXT))) AS given(row_1, tags_2, ports_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    row_1,
    tags_2,
    ports_3,
    UNNEST(
      CASE
        WHEN tags_2 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(tags_2) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(tags_2, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(tags_2) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(tags_2 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(tags_2) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [tags_2]
      END
    ) AS tags_4,
    UNNEST(
      CASE
        WHEN ports_3 IS NULL
        THEN [CAST(NULL AS TEXT)]
        WHEN JSON_TYPE(ports_3) = 'ARRAY'
        THEN LIST_TRANSFORM(FROM_JSON(ports_3, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
        WHEN JSON_TYPE(ports_3) = 'OBJECT'
        THEN LIST_TRANSFORM(
          COALESCE(
            MAP_ENTRIES(TRY(CAST(CAST(ports_3 AS JSON) AS MAP(TEXT, JSON)))),
            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(ports_3) AS JSON) AS MAP(TEXT, JSON))))
          ),
          LAMBDA entry : '{' || CAST(TO_JSON(entry.key) AS TEXT) || ':' || COALESCE(CAST(entry.value AS TEXT), 'null') || '}'
        )
        ELSE [ports_3]
      END
    ) AS ports_5
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    row_1,
    tags_4,
    ports_5
  FROM r2
)
SELECT
  row_1,
  tags_4,
  ports_5
FROM r3
-- $p1 = '{"os":"linux","arch":null}'
-- $p2 = '[22,80,443]'
-- $p3 = '[]'
-- $p4 = '[8080]'
-- $p5 = '{}'
-- $p6 = '"single"'
-- $p7 = '7'
