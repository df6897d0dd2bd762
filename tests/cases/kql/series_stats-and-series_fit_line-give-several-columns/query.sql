WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    CAST($p1 AS TEXT) AS s_2
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    s_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          NULLIF(CAST(ANTIVENOM_SERIES_STATISTICS(s_2, FALSE) -> CAST($p2 AS TEXT) AS TEXT), 'null')
        ],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS series_stats_s_min_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          NULLIF(CAST(ANTIVENOM_SERIES_STATISTICS(s_2, FALSE) -> CAST($p3 AS TEXT) AS TEXT), 'null')
        ],
        LAMBDA given0 : CASE JSON_TYPE(given0)
          WHEN 'BIGINT'
          THEN CAST(given0 ->> '$' AS BIGINT)
          WHEN 'UBIGINT'
          THEN TRY_CAST(given0 ->> '$' AS BIGINT)
          WHEN 'DOUBLE'
          THEN CASE
            WHEN NOT ISFINITE(CAST(given0 ->> '$' AS DOUBLE))
            THEN NULL
            WHEN CAST(given0 ->> '$' AS DOUBLE) >= 9223372036854775807
            THEN 9223372036854775807
            WHEN CAST(given0 ->> '$' AS DOUBLE) <= -9223372036854775808
            THEN -9223372036854775808
            ELSE CAST(TRUNC(CAST(given0 ->> '$' AS DOUBLE)) AS BIGINT)
          END
          WHEN 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
          WHEN 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?[0-9]+'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '0[xX][0-9a-fA-F]{1,16}'
            )
            THEN CAST((
              (
                CAST(CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
              ) & 18446744073709551615
            ) - 9223372036854775808 AS BIGINT)
          END
        END
      ),
      1
    ) AS series_stats_s_min_idx_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          NULLIF(CAST(ANTIVENOM_SERIES_STATISTICS(s_2, FALSE) -> CAST($p4 AS TEXT) AS TEXT), 'null')
        ],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS series_stats_s_max_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          NULLIF(CAST(ANTIVENOM_SERIES_STATISTICS(s_2, FALSE) -> CAST($p5 AS TEXT) AS TEXT), 'null')
        ],
        LAMBDA given0 : CASE JSON_TYPE(given0)
          WHEN 'BIGINT'
          THEN CAST(given0 ->> '$' AS BIGINT)
          WHEN 'UBIGINT'
          THEN TRY_CAST(given0 ->> '$' AS BIGINT)
          WHEN 'DOUBLE'
          THEN CASE
            WHEN NOT ISFINITE(CAST(given0 ->> '$' AS DOUBLE))
            THEN NULL
            WHEN CAST(given0 ->> '$' AS DOUBLE) >= 9223372036854775807
            THEN 9223372036854775807
            WHEN CAST(given0 ->> '$' AS DOUBLE) <= -9223372036854775808
            THEN -9223372036854775808
            ELSE CAST(TRUNC(CAST(given0 ->> '$' AS DOUBLE)) AS BIGINT)
          END
          WHEN 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1 ELSE 0 END
          WHEN 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?[0-9]+'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS BIGINT)
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '0[xX][0-9a-fA-F]{1,16}'
            )
            THEN CAST((
              (
                CAST(CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS UBIGINT) AS INT128) + 9223372036854775808
              ) & 18446744073709551615
            ) - 9223372036854775808 AS BIGINT)
          END
        END
      ),
      1
    ) AS series_stats_s_max_idx_6,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          NULLIF(CAST(ANTIVENOM_SERIES_STATISTICS(s_2, FALSE) -> CAST($p6 AS TEXT) AS TEXT), 'null')
        ],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS series_stats_s_avg_7,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          NULLIF(CAST(ANTIVENOM_SERIES_STATISTICS(s_2, FALSE) -> CAST($p7 AS TEXT) AS TEXT), 'null')
        ],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS series_stats_s_stdev_8,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          NULLIF(CAST(ANTIVENOM_SERIES_STATISTICS(s_2, FALSE) -> CAST($p8 AS TEXT) AS TEXT), 'null')
        ],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS series_stats_s_variance_9,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [NULLIF(CAST(ANTIVENOM_SERIES_LINE(s_2) -> CAST($p9 AS TEXT) AS TEXT), 'null')],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS Fit_10,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [NULLIF(CAST(ANTIVENOM_SERIES_LINE(s_2) -> CAST($p10 AS TEXT) AS TEXT), 'null')],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS Slope_11,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [NULLIF(CAST(ANTIVENOM_SERIES_LINE(s_2) -> CAST($p8 AS TEXT) AS TEXT), 'null')],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS Variance_12,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [NULLIF(CAST(ANTIVENOM_SERIES_LINE(s_2) -> CAST($p11 AS TEXT) AS TEXT), 'null')],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS Rest_13,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [NULLIF(CAST(ANTIVENOM_SERIES_LINE(s_2) -> CAST($p12 AS TEXT) AS TEXT), 'null')],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS Start_14,
    NULLIF(CAST(ANTIVENOM_SERIES_LINE(s_2) -> CAST($p13 AS TEXT) AS TEXT), 'null') AS Line_15,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [NULLIF(CAST(ANTIVENOM_SERIES_LINE(s_2) -> CAST($p9 AS TEXT) AS TEXT), 'null')],
        LAMBDA given0 : CASE
          WHEN JSON_TYPE(given0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')
          THEN CAST(given0 ->> '$' AS DOUBLE)
          WHEN JSON_TYPE(given0) = 'BOOLEAN'
          THEN CASE given0 ->> '$' WHEN 'true' THEN 1e0 ELSE 0e0 END
          WHEN JSON_TYPE(given0) = 'VARCHAR'
          THEN CASE
            WHEN REGEXP_FULL_MATCH(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)),
              '[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?'
            )
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
            WHEN LOWER(
              TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13))
            ) IN ('nan', 'inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity')
            THEN TRY_CAST(TRIM(given0 ->> '$', CHR(32) || CHR(9) || CHR(10) || CHR(11) || CHR(12) || CHR(13)) AS DOUBLE)
          END
        END
      ),
      1
    ) AS Best_16
  FROM r2
)
SELECT
  s_2,
  series_stats_s_min_3,
  series_stats_s_min_idx_4,
  series_stats_s_max_5,
  series_stats_s_max_idx_6,
  series_stats_s_avg_7,
  series_stats_s_stdev_8,
  series_stats_s_variance_9,
  Fit_10,
  Slope_11,
  Variance_12,
  Rest_13,
  Start_14,
  Line_15,
  Best_16
FROM r3
-- $p1 = '[2,5,6,8,11]'
-- $p2 = '$."min"'
-- $p3 = '$."min_idx"'
-- $p4 = '$."max"'
-- $p5 = '$."max_idx"'
-- $p6 = '$."avg"'
-- $p7 = '$."stdev"'
-- $p8 = '$."variance"'
-- $p9 = '$."rsquare"'
-- $p10 = '$."slope"'
-- $p11 = '$."rvariance"'
-- $p12 = '$."interception"'
-- $p13 = '$."line_fit"'
