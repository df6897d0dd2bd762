WITH r1 AS NOT MATERIALIZED (
  SELECT
    argc_1,
    a1_2,
    a2_3,
    a3_4
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    argc_1,
    a1_2,
    a2_3,
    a3_4,
    (
      (
        (
          a1_2 || CAST($p1 AS TEXT)
        ) || a2_3
      ) || CAST($p1 AS TEXT)
    ) || a3_4 AS cmdline_5
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    argc_1,
    cmdline_5
  FROM r2
)
SELECT
  argc_1,
  cmdline_5
FROM r3
-- $p1 = ' '
