WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(k_2 AS TEXT) AS k_2,
    CAST(v_3 AS TEXT) AS v_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p5 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT), CAST($p6 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p7 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p8 AS TEXT))) AS given(_time_1, k_2, v_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    SQRT(
      CASE
        WHEN COUNT(
          CASE
            WHEN ORD(v_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_3 AS DOUBLE)
          END
        ) OVER (PARTITION BY k_2) = 0
        THEN NULL
        WHEN COUNT(
          CASE
            WHEN ORD(v_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(v_3 AS DOUBLE)
          END
        ) OVER (PARTITION BY k_2) = 1
        THEN 0e0
        ELSE GREATEST(
          (
            SUM(
              CASE
                WHEN ORD(v_3) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(v_3 AS DOUBLE)
              END * CASE
                WHEN ORD(v_3) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(v_3 AS DOUBLE)
              END
            ) OVER (PARTITION BY k_2)
          ) - COUNT(
            CASE
              WHEN ORD(v_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(v_3 AS DOUBLE)
            END
          ) OVER (PARTITION BY k_2) * (
            (
              SUM(
                CASE
                  WHEN ORD(v_3) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(v_3 AS DOUBLE)
                END
              ) OVER (PARTITION BY k_2)
            ) / COUNT(
              CASE
                WHEN ORD(v_3) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(v_3 AS DOUBLE)
              END
            ) OVER (PARTITION BY k_2)
          ) * (
            (
              SUM(
                CASE
                  WHEN ORD(v_3) BETWEEN 43 AND 57
                  AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                  THEN TRY_CAST(v_3 AS DOUBLE)
                END
              ) OVER (PARTITION BY k_2)
            ) / COUNT(
              CASE
                WHEN ORD(v_3) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(v_3 AS DOUBLE)
              END
            ) OVER (PARTITION BY k_2)
          ),
          0e0
        ) / (
          COUNT(
            CASE
              WHEN ORD(v_3) BETWEEN 43 AND 57
              AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
              THEN TRY_CAST(v_3 AS DOUBLE)
            END
          ) OVER (PARTITION BY k_2) - 1
        )
      END
    ) AS c_4,
    row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    c_4
  FROM r3
  ORDER BY
    row_position
), r5 AS MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    c_4,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS MATERIALIZED (
  SELECT
    ARRAY_AGG(row_position ORDER BY row_position) AS row_place,
    ANTIVENOM_SPLUNK_STREAM_REAL_REAL(
      CAST($p9 AS TEXT),
      ARRAY_AGG(
        CASE
          WHEN ORD(v_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_3 AS DOUBLE)
        END ORDER BY row_position
      ),
      ARRAY_AGG(
        CASE
          WHEN NOT k_2 IS NULL
          THEN CAST(TO_JSON([k_2]) AS TEXT)
          ELSE CAST(NULL AS TEXT)
        END ORDER BY row_position
      ),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS c_5,
    ANTIVENOM_SPLUNK_STREAM_TEXT_MULTI(
      CAST($p10 AS TEXT),
      ARRAY_AGG(v_3 ORDER BY row_position),
      ARRAY_AGG(
        CASE
          WHEN NOT k_2 IS NULL
          THEN CAST(TO_JSON([k_2]) AS TEXT)
          ELSE CAST(NULL AS TEXT)
        END ORDER BY row_position
      ),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS vs_6,
    ANTIVENOM_SPLUNK_STREAM_REAL_REAL(
      CAST($p11 AS TEXT),
      ARRAY_AGG(
        CASE
          WHEN ORD(v_3) BETWEEN 43 AND 57
          AND REGEXP_FULL_MATCH(v_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
          THEN TRY_CAST(v_3 AS DOUBLE)
        END ORDER BY row_position
      ),
      ARRAY_AGG(
        CASE
          WHEN NOT k_2 IS NULL
          THEN CAST(TO_JSON([k_2]) AS TEXT)
          ELSE CAST(NULL AS TEXT)
        END ORDER BY row_position
      ),
      ARRAY_AGG(_time_1 ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position),
      ARRAY_AGG(CAST(NULL AS BOOLEAN) ORDER BY row_position)
    ) AS c_7
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    UNNEST(row_place) AS row_place,
    UNNEST(c_5) AS c_5,
    UNNEST(vs_6) AS vs_6,
    UNNEST(c_7) AS c_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    placed._time_1,
    placed.k_2,
    placed.v_3,
    placed.c_4,
    walked.c_5,
    walked.vs_6,
    walked.c_7
  FROM r5 AS placed
  JOIN r7 AS walked
    ON placed.row_position = walked.row_place
  ORDER BY
    placed.row_position
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_3,
    CASE WHEN NOT k_2 IS NULL THEN TRY_CAST(c_4 AS DOUBLE) ELSE CAST(NULL AS DOUBLE) END AS c_8,
    CASE WHEN NOT k_2 IS NULL THEN TRY_CAST(c_5 AS DOUBLE) ELSE CAST(NULL AS DOUBLE) END AS c_9,
    CASE WHEN NOT k_2 IS NULL THEN vs_6 ELSE CAST(NULL AS TEXT[]) END AS vs_10,
    CASE WHEN NOT k_2 IS NULL THEN TRY_CAST(c_7 AS DOUBLE) ELSE CAST(NULL AS DOUBLE) END AS c_11
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    k_2,
    v_3,
    c_8,
    c_9,
    vs_10,
    c_11
  FROM r9
)
SELECT
  k_2,
  v_3,
  c_8,
  c_9,
  vs_10,
  c_11
FROM r10
-- $p1 = 'a'
-- $p2 = '1'
-- $p3 = 'b'
-- $p4 = '2'
-- $p5 = '3'
-- $p6 = '9'
-- $p7 = '4'
-- $p8 = '5'
-- $p9 = '{"function": "exactperc", "percent": 50.0, "window": 0, "seconds": 0, "each": false, "current": true, "anew": false, "whole": true}'
-- $p10 = '{"function": "values", "percent": null, "window": 0, "seconds": 0, "each": false, "current": true, "anew": false, "whole": true}'
-- $p11 = '{"function": "range", "percent": null, "window": 0, "seconds": 0, "each": false, "current": true, "anew": false, "whole": true}'
