WITH r1 AS NOT MATERIALIZED (
  SELECT
    EventID_1
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    EventID_1
  FROM r1
  WHERE
    COALESCE(
      CASE
        WHEN STRLEN(EventID_1) = LENGTH(EventID_1)
        THEN LOWER(EventID_1)
        ELSE ANTIVENOM_FOLD(EventID_1)
      END = LOWER(CAST($p1 AS TEXT)),
      FALSE
    )
    OR COALESCE(
      CASE
        WHEN STRLEN(EventID_1) = LENGTH(EventID_1)
        THEN LOWER(EventID_1)
        ELSE ANTIVENOM_FOLD(EventID_1)
      END = LOWER(CAST($p2 AS TEXT)),
      FALSE
    )
), r3 AS NOT MATERIALIZED (
  SELECT
    EventID_1
  FROM r2
)
SELECT
  EventID_1
FROM r3
-- $p1 = '4624'
-- $p2 = '4625'
