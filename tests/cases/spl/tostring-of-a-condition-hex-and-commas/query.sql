WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(_time_1 AS DOUBLE) AS _time_1
  FROM (VALUES
    (FLOOR(1772452800.0e0))) AS given(_time_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    (
      (
        (
          LIST_EXTRACT(
            LIST_TRANSFORM(
              [1.0e0 = 1.0e0],
              LAMBDA given0 : CASE WHEN given0 THEN 'True' WHEN NOT given0 THEN 'False' END
            ),
            1
          ) || CAST($p1 AS TEXT)
        ) || CASE
          WHEN 15.0e0 = TRUNC(15.0e0) AND 15.0e0 >= 0 AND 15.0e0 < 9007199254740992
          THEN '0x' || HEX(CAST(15.0e0 AS BIGINT))
        END
      ) || CAST($p1 AS TEXT)
    ) || CASE
      WHEN 12345.6789e0 = TRUNC(12345.6789e0) AND ABS(12345.6789e0) < 9e18
      THEN FORMAT('{:,}', CAST(12345.6789e0 AS BIGINT))
      WHEN NOT 12345.6789e0 IS NULL
      THEN FORMAT('{:,.2f}', 12345.6789e0)
    END AS n_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    n_2
  FROM r2
)
SELECT
  n_2
FROM r3
-- $p1 = ' '
