WITH r1 AS NOT MATERIALIZED (
  SELECT
    ImageLoaded_1,
    Image_2,
    id_3,
    Other_4
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    id_3,
    ImageLoaded_1,
    Image_2
  FROM r1
)
SELECT
  id_3,
  ImageLoaded_1,
  Image_2
FROM r2
