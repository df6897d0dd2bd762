WITH r1 AS NOT MATERIALIZED (
  SELECT
    Image_1,
    ParentImage_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    Image_1,
    ParentImage_2
  FROM r1
  WHERE
    NOT COALESCE(
      CASE
        WHEN STRLEN(Image_1) = LENGTH(Image_1)
        THEN LOWER(Image_1)
        ELSE ANTIVENOM_FOLD(Image_1)
      END = CASE
        WHEN STRLEN(ParentImage_2) = LENGTH(ParentImage_2)
        THEN LOWER(ParentImage_2)
        ELSE ANTIVENOM_FOLD(ParentImage_2)
      END,
      FALSE
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    Image_1,
    ParentImage_2
  FROM r2
)
SELECT
  Image_1,
  ParentImage_2
FROM r3
