WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(Path_1 AS TEXT) AS Path_1,
    CAST(Bag_2 AS TEXT) AS Bag_2,
    CAST(Other_3 AS TEXT) AS Other_3
  FROM (VALUES
    (CAST($p1 AS TEXT), CAST($p2 AS TEXT), CAST($p3 AS TEXT))) AS given(Path_1, Bag_2, Other_3)
), r2 AS NOT MATERIALIZED (
  SELECT
    NULLIF(CAST(ANTIVENOM_KUSTO_PARSE_PATH(Path_1) -> CAST($p4 AS TEXT) AS TEXT), 'null') AS Filename_4,
    NULLIF(
      CAST(CASE
        WHEN JSON_TYPE(Bag_2) = 'OBJECT'
        THEN CAST(TO_JSON(JSON_KEYS(Bag_2)) AS TEXT)
      END -> CAST($p5 AS TEXT) AS TEXT),
      'null'
    ) AS c_5,
    NULLIF(CAST(Bag_2 -> CAST($p6 AS TEXT) AS TEXT), 'null') AS c_6,
    COALESCE(
      NULLIF(
        CAST(CASE
          WHEN JSON_TYPE(Bag_2) = 'OBJECT'
          THEN CAST(TO_JSON(JSON_KEYS(Bag_2)) AS TEXT)
        END -> CAST($p5 AS TEXT) AS TEXT),
        'null'
      ) ->> '$',
      ''
    ) AS c_7,
    Other_3,
    CAST($p7 AS TEXT) AS Column1_8
  FROM r1
)
SELECT
  Filename_4,
  c_5,
  c_6,
  c_7,
  Other_3,
  Column1_8
FROM r2
-- $p1 = 'C:\\a\\b.exe'
-- $p2 = '{"a b":1}'
-- $p3 = 'x'
-- $p4 = '$."Filename"'
-- $p5 = '$[0]'
-- $p6 = '$."a b"'
-- $p7 = 'y'
