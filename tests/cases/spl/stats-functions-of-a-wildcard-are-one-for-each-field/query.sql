WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(k_2 AS TEXT) AS k_2,
    CAST(adelay_3 AS TEXT) AS adelay_3,
    CAST(bdelay_4 AS TEXT) AS bdelay_4,
    CAST(other_5 AS TEXT) AS other_5
  FROM (VALUES
    (
      FLOOR(1772452800.0e0),
      CAST($p1 AS TEXT),
      CAST($p2 AS TEXT),
      CAST($p3 AS TEXT),
      CAST($p4 AS TEXT)
    ),
    (
      FLOOR(1772452800.0e0),
      CAST($p1 AS TEXT),
      CAST($p5 AS TEXT),
      CAST(NULL AS TEXT),
      CAST($p4 AS TEXT)
    )) AS given(_time_1, k_2, adelay_3, bdelay_4, other_5)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    adelay_3,
    bdelay_4,
    other_5
  FROM r1
  WHERE
    NOT k_2 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    adelay_3,
    bdelay_4,
    other_5,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    k_2 AS k_10,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(adelay_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(adelay_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(adelay_3 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(adelay_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(adelay_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(adelay_3 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(adelay_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(adelay_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(adelay_3 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(adelay_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(adelay_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(adelay_3 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(adelay_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(adelay_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(adelay_3 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(adelay_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(adelay_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(adelay_3 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(adelay_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(adelay_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(adelay_3 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END / COUNT(
      CASE
        WHEN ORD(adelay_3) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(adelay_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(adelay_3 AS DOUBLE)
      END
    ) AS c_6,
    CASE
      WHEN COUNT(
        CASE
          WHEN ORD(bdelay_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(bdelay_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(bdelay_4 AS DOUBLE)
        END
      ) = 0
      THEN NULL
      WHEN BOOL_AND(
        CAST(CASE
          WHEN ORD(bdelay_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(bdelay_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(bdelay_4 AS DOUBLE)
        END = TRUNC(
          CASE
            WHEN ORD(bdelay_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(bdelay_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(bdelay_4 AS DOUBLE)
          END
        ) AS BOOLEAN)
      )
      AND SUM(
        ABS(
          CASE
            WHEN ORD(bdelay_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(bdelay_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(bdelay_4 AS DOUBLE)
          END
        )
      ) < 9007199254740992
      THEN SUM(
        CASE
          WHEN ORD(bdelay_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(bdelay_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(bdelay_4 AS DOUBLE)
        END
      )
      ELSE LIST_REDUCE(
        ARRAY_AGG(
          CASE
            WHEN ORD(bdelay_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(bdelay_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(bdelay_4 AS DOUBLE)
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN ORD(bdelay_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(bdelay_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(bdelay_4 AS DOUBLE)
          END IS NULL),
        LAMBDA total, each : total + each
      )
    END / COUNT(
      CASE
        WHEN ORD(bdelay_4) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(bdelay_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(bdelay_4 AS DOUBLE)
      END
    ) AS c_7,
    COALESCE(
      MAX(
        CASE
          WHEN NOT (
            ORD(adelay_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(adelay_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          )
          THEN adelay_3
        END
      ),
      ARG_MAX(
        adelay_3,
        CASE
          WHEN ORD(adelay_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(adelay_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(adelay_3 AS DOUBLE)
        END
      )
    ) AS most_a_8,
    COALESCE(
      MAX(
        CASE
          WHEN NOT (
            ORD(bdelay_4) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(bdelay_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          )
          THEN bdelay_4
        END
      ),
      ARG_MAX(
        bdelay_4,
        CASE
          WHEN ORD(bdelay_4) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(bdelay_4, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(bdelay_4 AS DOUBLE)
        END
      )
    ) AS most_b_9
  FROM r3
  GROUP BY
    1
), r5 AS NOT MATERIALIZED (
  SELECT
    k_10,
    c_6,
    c_7,
    most_a_8,
    most_b_9
  FROM r4
  ORDER BY
    CASE
      WHEN ORD(k_10) BETWEEN 43 AND 57
      AND REGEXP_FULL_MATCH(k_10, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
      THEN TRY_CAST(k_10 AS DOUBLE)
    END ASC,
    k_10 ASC
)
SELECT
  k_10,
  c_6,
  c_7,
  most_a_8,
  most_b_9
FROM r5
-- $p1 = 'x'
-- $p2 = '1'
-- $p3 = '5'
-- $p4 = '9'
-- $p5 = '3'
