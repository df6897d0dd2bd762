WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(hosts_2 AS TEXT) AS hosts_2,
    CAST(limit_3 AS TEXT) AS limit_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT), CAST($p2 AS TEXT))) AS given(_time_1, hosts_2, limit_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CASE
      WHEN LENGTH(LIST_FILTER(STR_SPLIT(hosts_2, CAST($p3 AS TEXT)), LAMBDA piece : piece <> '')) > 0
      THEN LIST_FILTER(STR_SPLIT(hosts_2, CAST($p3 AS TEXT)), LAMBDA piece : piece <> '')
    END AS hosts_4,
    limit_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    hosts_4,
    limit_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          LIST_FILTER(
            hosts_4,
            LAMBDA value_5 : CASE
              WHEN NOT CASE
                WHEN ORD(value_5) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(value_5, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(value_5 AS DOUBLE)
              END IS NULL
              THEN CASE
                WHEN ORD(value_5) BETWEEN 43 AND 57
                AND REGEXP_FULL_MATCH(value_5, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                THEN TRY_CAST(value_5 AS DOUBLE)
              END > 4.0e0
              ELSE value_5 > CASE
                WHEN 4.0e0 = TRUNC(4.0e0) AND ABS(4.0e0) < 9e18
                THEN CAST(TRY_CAST(4.0e0 AS BIGINT) AS TEXT)
                ELSE CAST(4.0e0 AS TEXT)
              END
            END
            OR REGEXP_MATCHES(value_5, '^\d\n?\z')
          )
        ],
        LAMBDA given0 : CASE WHEN LENGTH(given0) > 0 THEN given0 END
      ),
      1
    ) AS a_6
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    hosts_4,
    limit_3,
    a_6,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          LIST_EXTRACT(
            LIST_TRANSFORM(
              [
                LIST_TRANSFORM(hosts_4, LAMBDA value_7 : (
                  value_7 || CAST($p5 AS TEXT)
                ) || limit_3)
              ],
              LAMBDA given0 : CASE WHEN LENGTH(given0) > 0 THEN given0 END
            ),
            1
          )
        ],
        LAMBDA given0 : CASE
          WHEN LENGTH(LIST_FILTER(given0, LAMBDA element : NOT element IS NULL)) > 0
          THEN LIST_FILTER(given0, LAMBDA element : NOT element IS NULL)
        END
      ),
      1
    ) AS b_8
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    hosts_4,
    limit_3,
    a_6,
    b_8,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          LIST_EXTRACT(
            LIST_TRANSFORM(
              [
                LIST_TRANSFORM(
                  CASE
                    WHEN CASE
                      WHEN 0.0e0 < 0
                      THEN LENGTH(hosts_4) + TRY_CAST(TRUNC(0.0e0) AS BIGINT)
                      ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT)
                    END >= 0
                    AND CASE
                      WHEN 0.0e0 < 0
                      THEN LENGTH(hosts_4) + TRY_CAST(TRUNC(0.0e0) AS BIGINT)
                      ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT)
                    END <= CASE
                      WHEN 1.0e0 < 0
                      THEN LENGTH(hosts_4) + TRY_CAST(TRUNC(1.0e0) AS BIGINT)
                      ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT)
                    END
                    AND CASE
                      WHEN 1.0e0 < 0
                      THEN LENGTH(hosts_4) + TRY_CAST(TRUNC(1.0e0) AS BIGINT)
                      ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT)
                    END < LENGTH(hosts_4)
                    THEN LIST_SLICE(
                      hosts_4,
                      CASE
                        WHEN 0.0e0 < 0
                        THEN LENGTH(hosts_4) + TRY_CAST(TRUNC(0.0e0) AS BIGINT)
                        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT)
                      END + 1,
                      CASE
                        WHEN 1.0e0 < 0
                        THEN LENGTH(hosts_4) + TRY_CAST(TRUNC(1.0e0) AS BIGINT)
                        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT)
                      END + 1
                    )
                  END,
                  LAMBDA value_9 : LIST_EXTRACT(
                    LIST_TRANSFORM(
                      [
                        CASE
                          WHEN ORD(value_9) BETWEEN 43 AND 57
                          AND REGEXP_FULL_MATCH(value_9, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
                          THEN TRY_CAST(value_9 AS DOUBLE)
                        END * 10.0e0
                      ],
                      LAMBDA given0 : CASE
                        WHEN given0 = TRUNC(given0) AND ABS(given0) < 9e18
                        THEN CAST(TRY_CAST(given0 AS BIGINT) AS TEXT)
                        ELSE CAST(given0 AS TEXT)
                      END
                    ),
                    1
                  )
                )
              ],
              LAMBDA given0 : CASE WHEN LENGTH(given0) > 0 THEN given0 END
            ),
            1
          )
        ],
        LAMBDA given0 : CASE
          WHEN LENGTH(LIST_FILTER(given0, LAMBDA element : NOT element IS NULL)) > 0
          THEN LIST_FILTER(given0, LAMBDA element : NOT element IS NULL)
        END
      ),
      1
    ) AS c_10
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    hosts_4,
    limit_3,
    a_6,
    b_8,
    c_10,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [LIST_FILTER(hosts_4, LAMBDA value_11 : value_11 = CAST($p6 AS TEXT))],
        LAMBDA given0 : CASE WHEN LENGTH(given0) > 0 THEN given0 END
      ),
      1
    ) AS d_12
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    hosts_4,
    limit_3,
    a_6,
    b_8,
    c_10,
    d_12,
    ANTIVENOM_PCRE_FIND(hosts_4, CAST($p7 AS TEXT)) AS e_13
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    hosts_4,
    limit_3,
    a_6,
    b_8,
    c_10,
    d_12,
    e_13,
    CASE
      WHEN LIST_BOOL_OR(LIST_TRANSFORM(hosts_4, LAMBDA value_14 : REGEXP_MATCHES(value_14, '^x\n?\z')))
      THEN CAST($p9 AS TEXT)
      ELSE CAST($p6 AS TEXT)
    END AS f_15
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    hosts_4,
    a_6,
    b_8,
    c_10,
    d_12,
    e_13,
    f_15
  FROM r8
)
SELECT
  hosts_4,
  a_6,
  b_8,
  c_10,
  d_12,
  e_13,
  f_15
FROM r9
-- $p1 = '3;x;12'
-- $p2 = '5'
-- $p3 = ';'
-- $p5 = '-'
-- $p6 = 'none'
-- $p7 = '(?=x).'
-- $p9 = 'one of them'
