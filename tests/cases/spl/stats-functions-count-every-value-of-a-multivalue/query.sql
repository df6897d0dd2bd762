WITH r1 AS NOT MATERIALIZED (
  SELECT
    m_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    m_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_SPLUNK_OF_VALUES_REAL(
      CAST($p1 AS TEXT),
      COALESCE(
        FLATTEN(ARRAY_AGG(m_1 ORDER BY row_position) FILTER(WHERE
          NOT m_1 IS NULL)),
        CAST([] AS TEXT[])
      )
    ) AS c_2,
    ANTIVENOM_SPLUNK_OF_VALUES_REAL(
      CAST($p2 AS TEXT),
      COALESCE(
        FLATTEN(ARRAY_AGG(m_1 ORDER BY row_position) FILTER(WHERE
          NOT m_1 IS NULL)),
        CAST([] AS TEXT[])
      )
    ) AS c_3,
    ANTIVENOM_SPLUNK_OF_VALUES_REAL(
      CAST($p3 AS TEXT),
      COALESCE(
        FLATTEN(ARRAY_AGG(m_1 ORDER BY row_position) FILTER(WHERE
          NOT m_1 IS NULL)),
        CAST([] AS TEXT[])
      )
    ) AS c_4,
    ANTIVENOM_SPLUNK_OF_VALUES_TEXT(
      CAST($p4 AS TEXT),
      COALESCE(
        FLATTEN(ARRAY_AGG(m_1 ORDER BY row_position) FILTER(WHERE
          NOT m_1 IS NULL)),
        CAST([] AS TEXT[])
      )
    ) AS c_5,
    LIST_SORT(LIST_DISTINCT(FLATTEN(ARRAY_AGG(m_1) FILTER(WHERE
      NOT m_1 IS NULL)))) AS c_6,
    ANTIVENOM_SPLUNK_OF_VALUES_MULTI(
      CAST($p5 AS TEXT),
      COALESCE(
        FLATTEN(ARRAY_AGG(m_1 ORDER BY row_position) FILTER(WHERE
          NOT m_1 IS NULL)),
        CAST([] AS TEXT[])
      )
    ) AS c_7,
    ANTIVENOM_SPLUNK_OF_VALUES_REAL(
      CAST($p6 AS TEXT),
      COALESCE(
        FLATTEN(ARRAY_AGG(m_1 ORDER BY row_position) FILTER(WHERE
          NOT m_1 IS NULL)),
        CAST([] AS TEXT[])
      )
    ) AS c_8
  FROM r2
)
SELECT
  c_2,
  c_3,
  c_4,
  c_5,
  c_6,
  c_7,
  c_8
FROM r3
-- $p1 = '{"function": "count", "percent": null}'
-- $p2 = '{"function": "dc", "percent": null}'
-- $p3 = '{"function": "sum", "percent": null}'
-- $p4 = '{"function": "max", "percent": null}'
-- $p5 = '{"function": "list", "percent": null}'
-- $p6 = '{"function": "avg", "percent": null}'
