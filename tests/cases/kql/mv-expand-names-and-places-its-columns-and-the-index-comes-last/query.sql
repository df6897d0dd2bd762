WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(host_1 AS TEXT) AS host_1,
    CAST(paths_2 AS TEXT) AS paths_2,
    CAST(tags_3 AS TEXT) AS tags_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT))) AS given(host_1, paths_2, tags_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    host_1,
    paths_2,
    tags_3,
    UNNEST(
      LIST_SLICE(
        CASE
          WHEN tags_3 IS NULL
          THEN [CAST(NULL AS TEXT)]
          WHEN JSON_TYPE(tags_3) = 'ARRAY'
          THEN LIST_TRANSFORM(FROM_JSON(tags_3, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
          WHEN JSON_TYPE(tags_3) = 'OBJECT'
          THEN LIST_TRANSFORM(
            COALESCE(
              MAP_ENTRIES(TRY(CAST(CAST(tags_3 AS JSON) AS MAP(TEXT, JSON)))),
              MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(tags_3) AS JSON) AS MAP(TEXT, JSON))))
            ),
            LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
          )
          ELSE [tags_3]
        END,
        1,
        CAST(2 AS BIGINT)
      )
    ) AS tags_4,
    UNNEST(
      LIST_SLICE(
        LIST_EXTRACT(
          LIST_TRANSFORM(
            [CAST(TO_JSON(STR_SPLIT(paths_2, CAST($p4 AS TEXT))) AS TEXT)],
            LAMBDA given0 : CASE
              WHEN given0 IS NULL
              THEN [CAST(NULL AS TEXT)]
              WHEN JSON_TYPE(given0) = 'ARRAY'
              THEN LIST_TRANSFORM(FROM_JSON(given0, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
              WHEN JSON_TYPE(given0) = 'OBJECT'
              THEN LIST_TRANSFORM(
                COALESCE(
                  MAP_ENTRIES(TRY(CAST(CAST(given0 AS JSON) AS MAP(TEXT, JSON)))),
                  MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(given0) AS JSON) AS MAP(TEXT, JSON))))
                ),
                LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
              )
              ELSE [given0]
            END
          ),
          1
        ),
        1,
        CAST(2 AS BIGINT)
      )
    ) AS paths_5,
    UNNEST(
      LIST_SLICE(
        LIST_EXTRACT(
          LIST_TRANSFORM(
            [NULLIF(CAST(tags_3 -> CAST($p5 AS TEXT) AS TEXT), 'null')],
            LAMBDA given0 : CASE
              WHEN given0 IS NULL
              THEN [CAST(NULL AS TEXT)]
              WHEN JSON_TYPE(given0) = 'ARRAY'
              THEN LIST_TRANSFORM(FROM_JSON(given0, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
              WHEN JSON_TYPE(given0) = 'OBJECT'
              THEN LIST_TRANSFORM(
                COALESCE(
                  MAP_ENTRIES(TRY(CAST(CAST(given0 AS JSON) AS MAP(TEXT, JSON)))),
                  MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(given0) AS JSON) AS MAP(TEXT, JSON))))
                ),
                LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
              )
              ELSE [given0]
            END
          ),
          1
        ),
        1,
        CAST(2 AS BIGINT)
      )
    ) AS tags_x_6,
    UNNEST(
      LIST_SLICE(
        CASE
          WHEN tags_3 IS NULL
          THEN [CAST(NULL AS TEXT)]
          WHEN JSON_TYPE(tags_3) = 'ARRAY'
          THEN LIST_TRANSFORM(FROM_JSON(tags_3, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
          WHEN JSON_TYPE(tags_3) = 'OBJECT'
          THEN LIST_TRANSFORM(
            COALESCE(
              MAP_ENTRIES(TRY(CAST(CAST(tags_3 AS JSON) AS MAP(TEXT, JSON)))),
              MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(tags_3) AS JSON) AS MAP(TEXT, JSON))))
            ),
            LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
          )
          ELSE [tags_3]
        END,
        1,
        CAST(2 AS BIGINT)
      )
    ) AS one_7,
    UNNEST(
      LIST_TRANSFORM(
        RANGE(
          0,
          CASE
            WHEN LENGTH(
              LIST_SLICE(
                CASE
                  WHEN tags_3 IS NULL
                  THEN [CAST(NULL AS TEXT)]
                  WHEN JSON_TYPE(tags_3) = 'ARRAY'
                  THEN LIST_TRANSFORM(FROM_JSON(tags_3, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
                  WHEN JSON_TYPE(tags_3) = 'OBJECT'
                  THEN LIST_TRANSFORM(
                    COALESCE(
                      MAP_ENTRIES(TRY(CAST(CAST(tags_3 AS JSON) AS MAP(TEXT, JSON)))),
                      MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(tags_3) AS JSON) AS MAP(TEXT, JSON))))
                    ),
                    LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
                  )
                  ELSE [tags_3]
                END,
                1,
                CAST(2 AS BIGINT)
              )
            ) IS NULL
            OR LENGTH(
              LIST_SLICE(
                LIST_EXTRACT(
                  LIST_TRANSFORM(
                    [CAST(TO_JSON(STR_SPLIT(paths_2, CAST($p4 AS TEXT))) AS TEXT)],
                    LAMBDA given0 : CASE
                      WHEN given0 IS NULL
                      THEN [CAST(NULL AS TEXT)]
                      WHEN JSON_TYPE(given0) = 'ARRAY'
                      THEN LIST_TRANSFORM(FROM_JSON(given0, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
                      WHEN JSON_TYPE(given0) = 'OBJECT'
                      THEN LIST_TRANSFORM(
                        COALESCE(
                          MAP_ENTRIES(TRY(CAST(CAST(given0 AS JSON) AS MAP(TEXT, JSON)))),
                          MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(given0) AS JSON) AS MAP(TEXT, JSON))))
                        ),
                        LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
                      )
                      ELSE [given0]
                    END
                  ),
                  1
                ),
                1,
                CAST(2 AS BIGINT)
              )
            ) IS NULL
            OR LENGTH(
              LIST_SLICE(
                LIST_EXTRACT(
                  LIST_TRANSFORM(
                    [NULLIF(CAST(tags_3 -> CAST($p5 AS TEXT) AS TEXT), 'null')],
                    LAMBDA given0 : CASE
                      WHEN given0 IS NULL
                      THEN [CAST(NULL AS TEXT)]
                      WHEN JSON_TYPE(given0) = 'ARRAY'
                      THEN LIST_TRANSFORM(FROM_JSON(given0, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
                      WHEN JSON_TYPE(given0) = 'OBJECT'
                      THEN LIST_TRANSFORM(
                        COALESCE(
                          MAP_ENTRIES(TRY(CAST(CAST(given0 AS JSON) AS MAP(TEXT, JSON)))),
                          MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(given0) AS JSON) AS MAP(TEXT, JSON))))
                        ),
                        LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
                      )
                      ELSE [given0]
                    END
                  ),
                  1
                ),
                1,
                CAST(2 AS BIGINT)
              )
            ) IS NULL
            OR LENGTH(
              LIST_SLICE(
                CASE
                  WHEN tags_3 IS NULL
                  THEN [CAST(NULL AS TEXT)]
                  WHEN JSON_TYPE(tags_3) = 'ARRAY'
                  THEN LIST_TRANSFORM(FROM_JSON(tags_3, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
                  WHEN JSON_TYPE(tags_3) = 'OBJECT'
                  THEN LIST_TRANSFORM(
                    COALESCE(
                      MAP_ENTRIES(TRY(CAST(CAST(tags_3 AS JSON) AS MAP(TEXT, JSON)))),
                      MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(tags_3) AS JSON) AS MAP(TEXT, JSON))))
                    ),
                    LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
                  )
                  ELSE [tags_3]
                END,
                1,
                CAST(2 AS BIGINT)
              )
            ) IS NULL
            THEN NULL
            ELSE GREATEST(
              LENGTH(
                LIST_SLICE(
                  CASE
                    WHEN tags_3 IS NULL
                    THEN [CAST(NULL AS TEXT)]
                    WHEN JSON_TYPE(tags_3) = 'ARRAY'
                    THEN LIST_TRANSFORM(FROM_JSON(tags_3, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
                    WHEN JSON_TYPE(tags_3) = 'OBJECT'
                    THEN LIST_TRANSFORM(
                      COALESCE(
                        MAP_ENTRIES(TRY(CAST(CAST(tags_3 AS JSON) AS MAP(TEXT, JSON)))),
                        MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(tags_3) AS JSON) AS MAP(TEXT, JSON))))
                      ),
                      LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
                    )
                    ELSE [tags_3]
                  END,
                  1,
                  CAST(2 AS BIGINT)
                )
              ),
              LENGTH(
                LIST_SLICE(
                  LIST_EXTRACT(
                    LIST_TRANSFORM(
                      [CAST(TO_JSON(STR_SPLIT(paths_2, CAST($p4 AS TEXT))) AS TEXT)],
                      LAMBDA given0 : CASE
                        WHEN given0 IS NULL
                        THEN [CAST(NULL AS TEXT)]
                        WHEN JSON_TYPE(given0) = 'ARRAY'
                        THEN LIST_TRANSFORM(FROM_JSON(given0, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
                        WHEN JSON_TYPE(given0) = 'OBJECT'
                        THEN LIST_TRANSFORM(
                          COALESCE(
                            MAP_ENTRIES(TRY(CAST(CAST(given0 AS JSON) AS MAP(TEXT, JSON)))),
                            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(given0) AS JSON) AS MAP(TEXT, JSON))))
                          ),
                          LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
                        )
                        ELSE [given0]
                      END
                    ),
                    1
                  ),
                  1,
                  CAST(2 AS BIGINT)
                )
              ),
              LENGTH(
                LIST_SLICE(
                  LIST_EXTRACT(
                    LIST_TRANSFORM(
                      [NULLIF(CAST(tags_3 -> CAST($p5 AS TEXT) AS TEXT), 'null')],
                      LAMBDA given0 : CASE
                        WHEN given0 IS NULL
                        THEN [CAST(NULL AS TEXT)]
                        WHEN JSON_TYPE(given0) = 'ARRAY'
                        THEN LIST_TRANSFORM(FROM_JSON(given0, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
                        WHEN JSON_TYPE(given0) = 'OBJECT'
                        THEN LIST_TRANSFORM(
                          COALESCE(
                            MAP_ENTRIES(TRY(CAST(CAST(given0 AS JSON) AS MAP(TEXT, JSON)))),
                            MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(given0) AS JSON) AS MAP(TEXT, JSON))))
                          ),
                          LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
                        )
                        ELSE [given0]
                      END
                    ),
                    1
                  ),
                  1,
                  CAST(2 AS BIGINT)
                )
              ),
              LENGTH(
                LIST_SLICE(
                  CASE
                    WHEN tags_3 IS NULL
                    THEN [CAST(NULL AS TEXT)]
                    WHEN JSON_TYPE(tags_3) = 'ARRAY'
                    THEN LIST_TRANSFORM(FROM_JSON(tags_3, '["JSON"]'), LAMBDA item : NULLIF(CAST(item AS TEXT), 'null'))
                    WHEN JSON_TYPE(tags_3) = 'OBJECT'
                    THEN LIST_TRANSFORM(
                      COALESCE(
                        MAP_ENTRIES(TRY(CAST(CAST(tags_3 AS JSON) AS MAP(TEXT, JSON)))),
                        MAP_ENTRIES(TRY(CAST(CAST(ANTIVENOM_KUSTO_BAG_ONCE(tags_3) AS JSON) AS MAP(TEXT, JSON))))
                      ),
                      LAMBDA entry : '[' || CAST(TO_JSON(entry.key) AS TEXT) || ',' || COALESCE(CAST(entry.value AS TEXT), 'null') || ']'
                    )
                    ELSE [tags_3]
                  END,
                  1,
                  CAST(2 AS BIGINT)
                )
              )
            )
          END
        ),
        LAMBDA place : CAST(place AS TEXT)
      )
    ) AS host_8
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    host_1,
    paths_5,
    tags_4,
    tags_x_6,
    one_7,
    TRY_CAST(host_8 AS BIGINT) AS host1_9
  FROM r2
)
SELECT
  host_1,
  paths_5,
  tags_4,
  tags_x_6,
  one_7,
  host1_9
FROM r3
-- $p1 = 'web'
-- $p2 = 'a,b,c'
-- $p3 = '{"x":1,"y":[2]}'
-- $p4 = ','
-- $p5 = '$."x"'
