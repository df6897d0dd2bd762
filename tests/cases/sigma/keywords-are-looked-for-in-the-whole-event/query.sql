WITH r1 AS NOT MATERIALIZED (
  SELECT
    c_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    c_1
  FROM r1
  WHERE
    COALESCE(
      CONTAINS(
        CASE WHEN STRLEN(c_1) = LENGTH(c_1) THEN LOWER(c_1) ELSE ANTIVENOM_FOLD(c_1) END,
        LOWER(CAST($p1 AS TEXT))
      ),
      FALSE
    )
    OR COALESCE(
      REGEXP_MATCHES(
        CASE WHEN STRLEN(c_1) = LENGTH(c_1) THEN LOWER(c_1) ELSE ANTIVENOM_FOLD(c_1) END,
        '(?s)\A.*a.*b.*\z'
      ),
      FALSE
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    c_1
  FROM r2
)
SELECT
  c_1
FROM r3
-- $p1 = 'evil thing'
