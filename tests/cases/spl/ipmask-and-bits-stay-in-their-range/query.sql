WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    ANTIVENOM_SPLUNK_IPMASK(CAST($p1 AS TEXT), CAST($p2 AS TEXT)) AS a_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    ANTIVENOM_SPLUNK_IPMASK(CAST($p3 AS TEXT), CAST($p4 AS TEXT)) AS b_3
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          CASE
            WHEN 14.0e0 = TRUNC(14.0e0)
            AND 14.0e0 BETWEEN 0 AND 9007199254740991
            AND 11.0e0 = TRUNC(11.0e0)
            AND 11.0e0 BETWEEN 0 AND 9007199254740991
            THEN CAST(CAST(14.0e0 AS BIGINT) & CAST(11.0e0 AS BIGINT) AS DOUBLE)
          END
        ],
        LAMBDA given0 : CASE
          WHEN given0 = TRUNC(given0)
          AND given0 BETWEEN 0 AND 9007199254740991
          AND 7.0e0 = TRUNC(7.0e0)
          AND 7.0e0 BETWEEN 0 AND 9007199254740991
          THEN CAST(CAST(given0 AS BIGINT) & CAST(7.0e0 AS BIGINT) AS DOUBLE)
        END
      ),
      1
    ) AS c_4
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    CASE
      WHEN 10.0e0 = TRUNC(10.0e0)
      AND 10.0e0 BETWEEN 0 AND 9007199254740991
      AND 15.0e0 = TRUNC(15.0e0)
      AND 15.0e0 BETWEEN 0 AND 9007199254740991
      THEN CAST(XOR(CAST(10.0e0 AS BIGINT), 9007199254740991) & CAST(15.0e0 AS BIGINT) AS DOUBLE)
    END AS d_5
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    d_5,
    CASE
      WHEN 1.0e0 = TRUNC(1.0e0)
      AND 1.0e0 BETWEEN 0 AND 9007199254740991
      AND 53.0e0 = TRUNC(53.0e0)
      AND 53.0e0 BETWEEN 0 AND 9007199254740991
      THEN CASE
        WHEN 53.0e0 >= 53
        THEN 0.0
        ELSE CAST((
          (
            CAST(1.0e0 AS BIGINT) & (
              (
                CAST(1 AS BIGINT) << (
                  53 - CAST(53.0e0 AS BIGINT)
                )
              ) - 1
            )
          ) << CAST(53.0e0 AS BIGINT)
        ) AS DOUBLE)
      END
    END AS e_6
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    d_5,
    e_6,
    CASE
      WHEN 5.0e0 = TRUNC(5.0e0)
      AND 5.0e0 BETWEEN 0 AND 9007199254740991
      AND 51.0e0 = TRUNC(51.0e0)
      AND 51.0e0 BETWEEN 0 AND 9007199254740991
      THEN CASE
        WHEN 51.0e0 >= 53
        THEN 0.0
        ELSE CAST((
          (
            CAST(5.0e0 AS BIGINT) & (
              (
                CAST(1 AS BIGINT) << (
                  53 - CAST(51.0e0 AS BIGINT)
                )
              ) - 1
            )
          ) << CAST(51.0e0 AS BIGINT)
        ) AS DOUBLE)
      END
    END AS f_7
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    d_5,
    e_6,
    f_7,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            -1.0e0
        )],
        LAMBDA given1 : CASE
          WHEN 9.0e0 = TRUNC(9.0e0)
          AND 9.0e0 BETWEEN 0 AND 9007199254740991
          AND given1 = TRUNC(given1)
          AND given1 BETWEEN 0 AND 9007199254740991
          THEN CASE
            WHEN given1 >= 53
            THEN 0.0
            ELSE CAST((
              CAST(9.0e0 AS BIGINT) >> CAST(given1 AS BIGINT)
            ) AS DOUBLE)
          END
        END
      ),
      1
    ) AS g_8
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    a_2,
    b_3,
    c_4,
    d_5,
    e_6,
    f_7,
    g_8,
    CASE
      WHEN 1.5e0 = TRUNC(1.5e0)
      AND 1.5e0 BETWEEN 0 AND 9007199254740991
      AND 1.0e0 = TRUNC(1.0e0)
      AND 1.0e0 BETWEEN 0 AND 9007199254740991
      THEN CAST(CAST(1.5e0 AS BIGINT) | CAST(1.0e0 AS BIGINT) AS DOUBLE)
    END AS h_9
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    a_2,
    b_3,
    c_4,
    d_5,
    e_6,
    f_7,
    g_8,
    h_9
  FROM r9
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7,
  g_8,
  h_9
FROM r10
-- $p1 = '255.0.255.0'
-- $p2 = '10.20.30.40'
-- $p3 = '255.0.0.0'
-- $p4 = 'no address'
