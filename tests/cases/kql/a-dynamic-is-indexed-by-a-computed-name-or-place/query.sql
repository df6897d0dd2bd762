WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(d_1 AS TEXT) AS d_1,
    CAST(name_2 AS TEXT) AS name_2,
    CAST(place_3 AS BIGINT) AS place_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST(-1 AS BIGINT)),
    (CAST($p3 AS TEXT), CAST($p4 AS TEXT), CAST(9 AS BIGINT))) AS given(d_1, name_2, place_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    d_1,
    name_2,
    place_3,
    CASE
      WHEN JSON_TYPE(d_1) = 'OBJECT'
      THEN NULLIF(
        CAST(d_1 -> (
          '/' || REPLACE(REPLACE(name_2, '~', '~0'), '/', '~1')
        ) AS TEXT),
        'null'
      )
    END AS byname_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [NULLIF(CAST(d_1 -> CAST($p5 AS TEXT) AS TEXT), 'null')],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) = 'ARRAY'
          THEN NULLIF(
            CAST(given0 -> (
              '$[' || CASE WHEN place_3 < 0 THEN '#' ELSE '' END || CAST(place_3 AS TEXT) || ']'
            ) AS TEXT),
            'null'
          )
        END
      ),
      1
    ) AS byplace_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [NULLIF(CAST(d_1 -> CAST($p5 AS TEXT) AS TEXT), 'null')],
        LAMBDA given0 : LIST_EXTRACT(
          LIST_TRANSFORM(
            [
              CAST((
                (
                  (
                    CAST(LIST_EXTRACT(
                      LIST_TRANSFORM(
                        [NULLIF(CAST(d_1 -> CAST($p5 AS TEXT) AS TEXT), 'null')],
                        LAMBDA given0 : CASE
                          WHEN JSON_TYPE(given0) = 'ARRAY'
                          THEN CAST(JSON_ARRAY_LENGTH(given0) AS BIGINT)
                        END
                      ),
                      1
                    ) AS INT128) - CAST(1 AS BIGINT)
                  ) + 9223372036854775808
                ) & 18446744073709551615
              ) - 9223372036854775808 AS BIGINT)
            ],
            LAMBDA given1 : CASE
              WHEN JSON_TYPE(given0) = 'ARRAY'
              THEN NULLIF(
                CAST(given0 -> (
                  '$[' || CASE WHEN given1 < 0 THEN '#' ELSE '' END || CAST(given1 AS TEXT) || ']'
                ) AS TEXT),
                'null'
              )
            END
          ),
          1
        )
      ),
      1
    ) AS final_6,
    CASE
      WHEN JSON_TYPE(d_1) = 'OBJECT'
      THEN NULLIF(
        CAST(d_1 -> (
          '/' || REPLACE(REPLACE(CAST($p2 AS TEXT), '~', '~0'), '/', '~1')
        ) AS TEXT),
        'null'
      )
    END AS quoted_7
  FROM r1
)
SELECT
  d_1,
  name_2,
  place_3,
  byname_4,
  byplace_5,
  final_6,
  quoted_7
FROM r2
-- $p1 = '{"a":[1,2,3],"it\'s \\"b\\"":4}'
-- $p2 = 'it\'s "b"'
-- $p3 = '[5]'
-- $p4 = 'a'
-- $p5 = '$."a"'
