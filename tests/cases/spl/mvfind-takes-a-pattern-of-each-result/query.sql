WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1,
    CAST(names_2 AS TEXT) AS names_2,
    CAST(id_3 AS TEXT) AS id_3
  FROM (VALUES
    (FLOOR(1772452800.0e0), CAST($p1 AS TEXT), CAST($p2 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p3 AS TEXT), CAST($p4 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST($p5 AS TEXT), CAST($p6 AS TEXT)),
    (FLOOR(1772452800.0e0), CAST(NULL AS TEXT), CAST($p7 AS TEXT))) AS given(_time_1, names_2, id_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    CASE
      WHEN LENGTH(LIST_FILTER(STR_SPLIT(names_2, CAST($p8 AS TEXT)), LAMBDA piece : piece <> '')) > 0
      THEN LIST_FILTER(STR_SPLIT(names_2, CAST($p8 AS TEXT)), LAMBDA piece : piece <> '')
    END AS names_4,
    id_3
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    names_4,
    id_3,
    ANTIVENOM_PCRE_FIND(names_4, (
      CAST($p9 AS TEXT) || id_3
    ) || CAST($p10 AS TEXT)) AS place_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    names_4,
    id_3,
    place_5,
    CASE
      WHEN CASE
        WHEN NOT id_3 IS NULL
        THEN COALESCE(
          CASE
            WHEN ORD(id_3) BETWEEN 43 AND 57
            AND REGEXP_FULL_MATCH(id_3, '[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?')
            THEN TRY_CAST(id_3 AS DOUBLE)
          END = CAST(CAST($p2 AS TEXT) AS DOUBLE),
          FALSE
        )
      END
      AND 0.5e0 < 1.0e0
      THEN CAST($p11 AS TEXT)
      ELSE CAST($p12 AS TEXT)
    END AS half_6
  FROM r3
), r5 AS NOT MATERIALIZED (
  SELECT
    names_4,
    id_3,
    place_5,
    half_6
  FROM r4
)
SELECT
  names_4,
  id_3,
  place_5,
  half_6
FROM r5
-- $p1 = 'a-1;b-12;c-2'
-- $p2 = '2'
-- $p3 = 'a-1;b-12'
-- $p4 = '3'
-- $p5 = 'a-1'
-- $p6 = '('
-- $p7 = '1'
-- $p8 = ';'
-- $p9 = '-'
-- $p10 = '$'
-- $p11 = 'yes'
-- $p12 = 'no'
