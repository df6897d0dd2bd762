WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(k_2 AS TEXT) AS k_2,
    CAST(v_3 AS TEXT) AS v_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT), CAST(NULL AS TEXT))) AS given(_time_1, k_2, v_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    CASE
      WHEN LENGTH(LIST_FILTER(STR_SPLIT(v_3, CAST($p6 AS TEXT)), LAMBDA piece : piece <> '')) > 0
      THEN LIST_FILTER(STR_SPLIT(v_3, CAST($p6 AS TEXT)), LAMBDA piece : piece <> '')
    END AS v_4
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    0.0e0 AS total_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_5,
    CAST($p7 AS TEXT) AS places_6
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_5,
    places_6,
    ANTIVENOM_SPLUNK_JSON_ARRAY(
      CAST([
        ANTIVENOM_SPLUNK_JSON_GUESS(k_2),
        ANTIVENOM_SPLUNK_JSON_STRING(CAST($p8 AS TEXT))
      ] AS TEXT[])
    ) AS list_7
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_5,
    places_6,
    list_7,
    LIST_EXTRACT(
      v_4,
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS c_8
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    CASE
      WHEN NOT c_8 IS NULL
      THEN total_5 + CASE
        WHEN ORD(c_8) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(c_8, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(c_8 AS DOUBLE)
      END
      ELSE total_5
    END AS total_9,
    places_6,
    list_7,
    c_8
  FROM r6
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_9,
    CASE WHEN NOT c_8 IS NULL THEN places_6 || CAST($p9 AS TEXT) ELSE places_6 END AS places_10,
    list_7,
    c_8
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_9,
    places_10,
    list_7
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_9,
    places_10,
    list_7,
    LIST_EXTRACT(
      v_4,
      CASE
        WHEN 1.0e0 < 0
        THEN TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT) + 1
      END
    ) AS c_11
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    CASE
      WHEN NOT c_11 IS NULL
      THEN total_9 + CASE
        WHEN ORD(c_11) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(c_11, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(c_11 AS DOUBLE)
      END
      ELSE total_9
    END AS total_12,
    places_10,
    list_7,
    c_11
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_12,
    CASE WHEN NOT c_11 IS NULL THEN places_10 || CAST($p1 AS TEXT) ELSE places_10 END AS places_13,
    list_7,
    c_11
  FROM r11
), r13 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_12,
    places_13,
    list_7
  FROM r12
), r14 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_12,
    places_13,
    list_7,
    LIST_EXTRACT(
      v_4,
      CASE
        WHEN 2.0e0 < 0
        THEN TRY_CAST(TRUNC(2.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(2.0e0) AS BIGINT) + 1
      END
    ) AS c_14
  FROM r13
), r15 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    CASE
      WHEN NOT c_14 IS NULL
      THEN total_12 + CASE
        WHEN ORD(c_14) BETWEEN 43 AND 57
        AND REGEXP_FULL_MATCH(c_14, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
        THEN TRY_CAST(c_14 AS DOUBLE)
      END
      ELSE total_12
    END AS total_15,
    places_13,
    list_7,
    c_14
  FROM r14
), r16 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_15,
    CASE WHEN NOT c_14 IS NULL THEN places_13 || CAST($p3 AS TEXT) ELSE places_13 END AS places_16,
    list_7,
    c_14
  FROM r15
), r17 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_15,
    places_16,
    list_7
  FROM r16
), r18 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_15,
    places_16,
    list_7,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_JSON_MV(list_7, FALSE),
      CASE
        WHEN 0.0e0 < 0
        THEN TRY_CAST(TRUNC(0.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(0.0e0) AS BIGINT) + 1
      END
    ) AS c_17
  FROM r17
), r19 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_15,
    places_16,
    list_7,
    c_17,
    CASE
      WHEN NOT c_17 IS NULL
      THEN LIST_CONCAT(
        CAST(NULL AS TEXT[]),
        LIST_EXTRACT(
          LIST_TRANSFORM(
            [c_17 || CAST($p10 AS TEXT)],
            LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
          ),
          1
        )
      )
      ELSE CAST(NULL AS TEXT[])
    END AS joined_18
  FROM r18
), r20 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_15,
    places_16,
    list_7,
    joined_18
  FROM r19
), r21 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_15,
    places_16,
    list_7,
    joined_18,
    LIST_EXTRACT(
      ANTIVENOM_SPLUNK_JSON_MV(list_7, FALSE),
      CASE
        WHEN 1.0e0 < 0
        THEN TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT) + 1
      END
    ) AS c_19
  FROM r20
), r22 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_15,
    places_16,
    list_7,
    CASE
      WHEN NOT c_19 IS NULL
      THEN LIST_CONCAT(
        joined_18,
        LIST_EXTRACT(
          LIST_TRANSFORM(
            [c_19 || CAST($p10 AS TEXT)],
            LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
          ),
          1
        )
      )
      ELSE joined_18
    END AS joined_20,
    c_19
  FROM r21
), r23 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    k_2,
    v_4,
    total_15,
    places_16,
    list_7,
    joined_20
  FROM r22
), r24 AS NOT MATERIALIZED (
  SELECT
    k_2,
    total_15,
    places_16,
    joined_20
  FROM r23
)
SELECT
  k_2,
  total_15,
  places_16,
  joined_20
FROM r24
-- $p1 = '1'
-- $p2 = '5;15;1'
-- $p3 = '2'
-- $p4 = '7'
-- $p5 = '3'
-- $p6 = ';'
-- $p7 = ''
-- $p8 = 'x'
-- $p9 = '0'
-- $p10 = '!'
