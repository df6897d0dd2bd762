WITH r1 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1,
    Image_2
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1,
    Image_2
  FROM r1
  WHERE
    COALESCE(
      CONTAINS(
        CASE
          WHEN STRLEN(CommandLine_1) = LENGTH(CommandLine_1)
          THEN LOWER(CommandLine_1)
          ELSE ANTIVENOM_FOLD(CommandLine_1)
        END,
        CASE
          WHEN STRLEN(CAST($p1 AS TEXT)) = LENGTH(CAST($p1 AS TEXT))
          THEN LOWER(CAST($p1 AS TEXT))
          ELSE ANTIVENOM_FOLD(CAST($p1 AS TEXT))
        END
      ),
      FALSE
    )
    OR COALESCE(
      CONTAINS(
        CASE
          WHEN STRLEN(Image_2) = LENGTH(Image_2)
          THEN LOWER(Image_2)
          ELSE ANTIVENOM_FOLD(Image_2)
        END,
        CASE
          WHEN STRLEN(CAST($p1 AS TEXT)) = LENGTH(CAST($p1 AS TEXT))
          THEN LOWER(CAST($p1 AS TEXT))
          ELSE ANTIVENOM_FOLD(CAST($p1 AS TEXT))
        END
      ),
      FALSE
    )
    OR COALESCE(
      CONTAINS(
        CASE
          WHEN STRLEN(Image_2) = LENGTH(Image_2)
          THEN LOWER(Image_2)
          ELSE ANTIVENOM_FOLD(Image_2)
        END,
        CASE
          WHEN STRLEN(CAST($p2 AS TEXT)) = LENGTH(CAST($p2 AS TEXT))
          THEN LOWER(CAST($p2 AS TEXT))
          ELSE ANTIVENOM_FOLD(CAST($p2 AS TEXT))
        END
      ),
      FALSE
    )
    OR COALESCE(
      CONTAINS(
        CASE
          WHEN STRLEN(Image_2) = LENGTH(Image_2)
          THEN LOWER(Image_2)
          ELSE ANTIVENOM_FOLD(Image_2)
        END,
        CASE
          WHEN STRLEN(CAST($p3 AS TEXT)) = LENGTH(CAST($p3 AS TEXT))
          THEN LOWER(CAST($p3 AS TEXT))
          ELSE ANTIVENOM_FOLD(CAST($p3 AS TEXT))
        END
      ),
      FALSE
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    CommandLine_1,
    Image_2
  FROM r2
)
SELECT
  CommandLine_1,
  Image_2
FROM r3
-- $p1 = 'Zm9vYmFy'
-- $p2 = 'Zvb2Jhc'
-- $p3 = 'mb29iYX'
