WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    STR_SPLIT(CAST($p1 AS TEXT), CAST($p2 AS TEXT)) AS m_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    m_2,
    CAST(LENGTH(
      CASE
        WHEN LENGTH(m_2) > 1
        THEN ERROR('not supported: SPL multivalue where one text is needed')
        ELSE LIST_EXTRACT(m_2, 1)
      END
    ) AS DOUBLE) AS a_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    m_2,
    a_3,
    CASE
      WHEN LENGTH(m_2) > 1
      THEN ERROR('not supported: SPL multivalue where one text is needed')
      ELSE LIST_EXTRACT(m_2, 1)
    END || CAST($p3 AS TEXT) AS b_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    m_2,
    a_3,
    b_4,
    CASE
      WHEN CASE
        WHEN LENGTH(m_2) > 1
        THEN ERROR('not supported: SPL multivalue where one text is needed')
        ELSE LIST_EXTRACT(m_2, 1)
      END <> CAST($p4 AS TEXT)
      THEN CAST($p5 AS TEXT)
      ELSE CAST($p4 AS TEXT)
    END AS c_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    m_2,
    a_3,
    b_4,
    c_5,
    UPPER(
      ANTIVENOM_PCRE_REPLACE(
        CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END,
        CAST($p6 AS TEXT),
        CAST($p7 AS TEXT)
      )
    ) AS d_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    m_2,
    a_3,
    b_4,
    c_5,
    d_6,
    ROW_NUMBER() OVER () AS row_position
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    m_2,
    a_3,
    b_4,
    c_5,
    d_6
  FROM r7
  ORDER BY
    CASE
      WHEN BIT_COUNT(
        BIT_OR(
          CASE
            WHEN ORD(
              CASE
                WHEN LENGTH(m_2) > 1
                THEN ERROR('not supported: SPL multivalue where one text is needed')
                ELSE LIST_EXTRACT(m_2, 1)
              END
            ) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(
              CASE
                WHEN LENGTH(m_2) > 1
                THEN ERROR('not supported: SPL multivalue where one text is needed')
                ELSE LIST_EXTRACT(m_2, 1)
              END,
              '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?'
            )
            THEN 1
            WHEN ORD(
              CASE
                WHEN LENGTH(m_2) > 1
                THEN ERROR('not supported: SPL multivalue where one text is needed')
                ELSE LIST_EXTRACT(m_2, 1)
              END
            ) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(
              CASE
                WHEN LENGTH(m_2) > 1
                THEN ERROR('not supported: SPL multivalue where one text is needed')
                ELSE LIST_EXTRACT(m_2, 1)
              END,
              '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
            )
            THEN 2
            WHEN CONTAINS(
              CASE
                WHEN LENGTH(m_2) > 1
                THEN ERROR('not supported: SPL multivalue where one text is needed')
                ELSE LIST_EXTRACT(m_2, 1)
              END,
              ':'
            )
            AND REGEXP_FULL_MATCH(
              CASE
                WHEN LENGTH(m_2) > 1
                THEN ERROR('not supported: SPL multivalue where one text is needed')
                ELSE LIST_EXTRACT(m_2, 1)
              END,
              '[0-9A-Fa-f:.]+'
            )
            AND (
              CONTAINS(
                CASE
                  WHEN LENGTH(m_2) > 1
                  THEN ERROR('not supported: SPL multivalue where one text is needed')
                  ELSE LIST_EXTRACT(m_2, 1)
                END,
                '::'
              )
              OR LENGTH(
                CASE
                  WHEN LENGTH(m_2) > 1
                  THEN ERROR('not supported: SPL multivalue where one text is needed')
                  ELSE LIST_EXTRACT(m_2, 1)
                END
              ) - LENGTH(
                REPLACE(
                  CASE
                    WHEN LENGTH(m_2) > 1
                    THEN ERROR('not supported: SPL multivalue where one text is needed')
                    ELSE LIST_EXTRACT(m_2, 1)
                  END,
                  ':',
                  ''
                )
              ) = 7
            )
            THEN 12
            WHEN ORD(
              CASE
                WHEN LENGTH(m_2) > 1
                THEN ERROR('not supported: SPL multivalue where one text is needed')
                ELSE LIST_EXTRACT(m_2, 1)
              END
            ) BETWEEN 43 AND 57
            THEN 4
          END
        ) OVER ()
      ) > 1
      THEN ERROR(
        'not supported: SPL sort of numbers, addresses and texts that begin like them together'
      )
      WHEN ORD(
        CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END
      ) < 43
      OR CASE
        WHEN LENGTH(m_2) > 1
        THEN ERROR('not supported: SPL multivalue where one text is needed')
        ELSE LIST_EXTRACT(m_2, 1)
      END = ''
      THEN 0
      WHEN ORD(
        CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END
      ) <= 57
      THEN 1
      WHEN NOT CASE
        WHEN LENGTH(m_2) > 1
        THEN ERROR('not supported: SPL multivalue where one text is needed')
        ELSE LIST_EXTRACT(m_2, 1)
      END IS NULL
      THEN 2
    END ASC,
    CASE
      WHEN ORD(
        CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END
      ) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(
        CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END,
        '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?'
      )
      THEN CASE
        WHEN ORD(
          CASE
            WHEN LENGTH(m_2) > 1
            THEN ERROR('not supported: SPL multivalue where one text is needed')
            ELSE LIST_EXTRACT(m_2, 1)
          END
        ) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(
          CASE
            WHEN LENGTH(m_2) > 1
            THEN ERROR('not supported: SPL multivalue where one text is needed')
            ELSE LIST_EXTRACT(m_2, 1)
          END,
          '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?'
        )
        THEN TRY_CAST(CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END AS DOUBLE)
      END
      WHEN REGEXP_FULL_MATCH(
        CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN CAST(SPLIT_PART(
        CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END,
        '.',
        1
      ) AS BIGINT) * 16777216 + CAST(SPLIT_PART(
        CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END,
        '.',
        2
      ) AS BIGINT) * 65536 + CAST(SPLIT_PART(
        CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END,
        '.',
        3
      ) AS BIGINT) * 256 + CAST(SPLIT_PART(
        CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END,
        '.',
        4
      ) AS BIGINT) * 1
    END ASC,
    CASE
      WHEN NOT (
        ORD(
          CASE
            WHEN LENGTH(m_2) > 1
            THEN ERROR('not supported: SPL multivalue where one text is needed')
            ELSE LIST_EXTRACT(m_2, 1)
          END
        ) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(
          CASE
            WHEN LENGTH(m_2) > 1
            THEN ERROR('not supported: SPL multivalue where one text is needed')
            ELSE LIST_EXTRACT(m_2, 1)
          END,
          '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?'
        )
      )
      AND NOT REGEXP_FULL_MATCH(
        CASE
          WHEN LENGTH(m_2) > 1
          THEN ERROR('not supported: SPL multivalue where one text is needed')
          ELSE LIST_EXTRACT(m_2, 1)
        END,
        '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})'
      )
      THEN CASE
        WHEN LENGTH(m_2) > 1
        THEN ERROR('not supported: SPL multivalue where one text is needed')
        ELSE LIST_EXTRACT(m_2, 1)
      END
    END ASC,
    row_position
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    m_2,
    a_3,
    b_4,
    c_5,
    d_6
  FROM r8
  LIMIT 10000
), r10 AS NOT MATERIALIZED (
  SELECT
    m_2,
    a_3,
    b_4,
    c_5,
    d_6
  FROM r9
)
SELECT
  m_2,
  a_3,
  b_4,
  c_5,
  d_6
FROM r10
-- $p1 = 'kim'
-- $p2 = ','
-- $p3 = '!'
-- $p4 = 'ann'
-- $p5 = 'other'
-- $p6 = 'k'
-- $p7 = 't'
