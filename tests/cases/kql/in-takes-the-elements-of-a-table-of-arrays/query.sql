WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(h_1 AS TEXT) AS h_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT))) AS given(h_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST(h_2 AS TEXT) AS h_2
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(h_2)
), r3 AS NOT MATERIALIZED (
  SELECT
    h_2,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            COALESCE(
              ARRAY_AGG(CAST(TO_JSON(h_2) AS TEXT) ORDER BY row_position) FILTER(WHERE
                NOT CAST(TO_JSON(h_2) AS TEXT) IS NULL),
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
    ) || ']' AS set_h_3
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    set_h_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      FLATTEN(
        COALESCE(
          ARRAY_AGG(
            CASE
              WHEN JSON_TYPE(set_h_3) = 'ARRAY'
              THEN LIST_TRANSFORM(
                FROM_JSON(set_h_3, '["JSON"]'),
                LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
              )
              ELSE [COALESCE(set_h_3, 'null')]
            END ORDER BY row_position
          ),
          []
        )
      ),
      ','
    ) || ']' AS set_h_4
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    h_1,
    set_h_4 AS set_h_5
  FROM r1
  INNER JOIN r6
    ON TRUE
), r8 AS NOT MATERIALIZED (
  SELECT
    h_1,
    set_h_5
  FROM r7
  WHERE
    ARRAY_CONTAINS(
      LIST_TRANSFORM(
        LIST_FILTER(
          CASE
            WHEN JSON_TYPE(set_h_5) = 'ARRAY'
            THEN FROM_JSON(set_h_5, '["JSON"]')
            ELSE []
          END,
          LAMBDA element : JSON_TYPE(element) = 'VARCHAR'
        ),
        LAMBDA element : element ->> '$'
      ),
      h_1
    )
), r9 AS NOT MATERIALIZED (
  SELECT
    h_1
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    CAST(h_6 AS TEXT) AS h_6
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(h_6)
), r11 AS NOT MATERIALIZED (
  SELECT
    h_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            COALESCE(
              ARRAY_AGG(CAST(TO_JSON(h_6) AS TEXT) ORDER BY row_position) FILTER(WHERE
                NOT CAST(TO_JSON(h_6) AS TEXT) IS NULL),
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
    ) || ']' AS set_h_7
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    set_h_7,
    ROW_NUMBER() OVER () AS row_position
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      FLATTEN(
        COALESCE(
          ARRAY_AGG(
            CASE
              WHEN JSON_TYPE(set_h_7) = 'ARRAY'
              THEN LIST_TRANSFORM(
                FROM_JSON(set_h_7, '["JSON"]'),
                LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
              )
              ELSE [COALESCE(set_h_7, 'null')]
            END ORDER BY row_position
          ),
          []
        )
      ),
      ','
    ) || ']' AS set_h_8
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    h_1,
    set_h_8 AS set_h_9
  FROM r9
  INNER JOIN r14
    ON TRUE
), r16 AS NOT MATERIALIZED (
  SELECT
    CAST(h_10 AS TEXT) AS h_10
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p3 AS TEXT))) AS given(h_10)
), r17 AS NOT MATERIALIZED (
  SELECT
    h_10,
    ROW_NUMBER() OVER () AS row_position
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      LIST_EXTRACT(
        LIST_TRANSFORM(
          [
            COALESCE(
              ARRAY_AGG(CAST(TO_JSON(h_10) AS TEXT) ORDER BY row_position) FILTER(WHERE
                NOT CAST(TO_JSON(h_10) AS TEXT) IS NULL),
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
    ) || ']' AS set_h_11
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    set_h_11,
    ROW_NUMBER() OVER () AS row_position
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      FLATTEN(
        COALESCE(
          ARRAY_AGG(
            CASE
              WHEN JSON_TYPE(set_h_11) = 'ARRAY'
              THEN LIST_TRANSFORM(
                FROM_JSON(set_h_11, '["JSON"]'),
                LAMBDA element : COALESCE(CAST(element AS TEXT), 'null')
              )
              ELSE [COALESCE(set_h_11, 'null')]
            END ORDER BY row_position
          ),
          []
        )
      ),
      ','
    ) || ']' AS set_h_12
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    h_1,
    set_h_9,
    set_h_12 AS set_h_13
  FROM r15
  INNER JOIN r20
    ON TRUE
), r22 AS NOT MATERIALIZED (
  SELECT
    h_1,
    NOT ARRAY_CONTAINS(
      LIST_TRANSFORM(
        LIST_FILTER(
          CASE
            WHEN JSON_TYPE(set_h_9) = 'ARRAY'
            THEN FROM_JSON(set_h_9, '["JSON"]')
            ELSE []
          END,
          LAMBDA element : JSON_TYPE(element) = 'VARCHAR'
        ),
        LAMBDA element : element ->> '$'
      ),
      h_1
    ) AS other_14,
    ANTIVENOM_KUSTO_HAS_ANY_ARRAY(h_1, set_h_13) AS term_15
  FROM r21
)
SELECT
  h_1,
  other_14,
  term_15
FROM r22
ORDER BY
  h_1,
  other_14,
  term_15
-- $p1 = 'a'
-- $p2 = 'c'
-- $p3 = 'b'
