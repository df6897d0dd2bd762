WITH r1 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1,
    Image_2,
    ParentImage_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1,
    Image_2,
    ParentImage_3
  FROM r1
  WHERE
    COALESCE(
      CASE
        WHEN STRLEN(Image_2) = LENGTH(Image_2)
        THEN LOWER(Image_2)
        ELSE ANTIVENOM_FOLD(Image_2)
      END = CASE
        WHEN STRLEN(ParentImage_3) = LENGTH(ParentImage_3)
        THEN LOWER(ParentImage_3)
        ELSE ANTIVENOM_FOLD(ParentImage_3)
      END,
      FALSE
    )
    OR COALESCE(
      SUFFIX(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END,
        CASE
          WHEN STRLEN(Image_2) = LENGTH(Image_2)
          THEN LOWER(Image_2)
          ELSE ANTIVENOM_FOLD(Image_2)
        END
      ),
      FALSE
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1,
    Image_2,
    ParentImage_3
  FROM r2
)
SELECT
  CommandLine_1,
  Image_2,
  ParentImage_3
FROM r3
