WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          ANTIVENOM_KUSTO_MADE_MOMENT(
            CAST(2020 AS BIGINT),
            CAST(2 AS BIGINT),
            CAST(29 AS BIGINT),
            CAST(13 AS BIGINT),
            CAST(45 AS BIGINT),
            9.0e0
          )
        ],
        LAMBDA made : CASE
          WHEN made = CAST(-1 AS BIGINT)
          THEN ERROR('not supported: KQL make_datetime with a part of a tick')
          ELSE made
        END
      ),
      1
    ) AS a_2,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          ANTIVENOM_KUSTO_MADE_MOMENT(
            CAST(2020 AS BIGINT),
            CAST(13 AS BIGINT),
            CAST(1 AS BIGINT),
            CAST(0 AS BIGINT),
            CAST(0 AS BIGINT),
            0.0e0
          )
        ],
        LAMBDA made : CASE
          WHEN made = CAST(-1 AS BIGINT)
          THEN ERROR('not supported: KQL make_datetime with a part of a tick')
          ELSE made
        END
      ),
      1
    ) AS b_3,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          ANTIVENOM_KUSTO_MADE_MOMENT(
            CAST(2017 AS BIGINT),
            CAST(10 AS BIGINT),
            CAST(1 AS BIGINT),
            CAST(12 AS BIGINT),
            CAST(11 AS BIGINT),
            0.1234567e0
          )
        ],
        LAMBDA made : CASE
          WHEN made = CAST(-1 AS BIGINT)
          THEN ERROR('not supported: KQL make_datetime with a part of a tick')
          ELSE made
        END
      ),
      1
    ) AS c_4,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          ANTIVENOM_KUSTO_MADE_LENGTH(CAST(1 AS BIGINT), CAST(2 AS BIGINT), CAST(3 AS BIGINT), 4.0e0)
        ],
        LAMBDA made : CASE
          WHEN made = CAST(-1 AS BIGINT)
          THEN ERROR('not supported: KQL make_timespan with negative days or a part of a tick')
          ELSE made
        END
      ),
      1
    ) AS d_5,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          ANTIVENOM_KUSTO_MADE_LENGTH(CAST(1 AS BIGINT), CAST(12 AS BIGINT), CAST(30 AS BIGINT), 55.123e0)
        ],
        LAMBDA made : CASE
          WHEN made = CAST(-1 AS BIGINT)
          THEN ERROR('not supported: KQL make_timespan with negative days or a part of a tick')
          ELSE made
        END
      ),
      1
    ) AS e_6,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          ANTIVENOM_KUSTO_MADE_LENGTH(CAST(0 AS BIGINT), CAST(25 AS BIGINT), CAST(0 AS BIGINT), 0.0e0)
        ],
        LAMBDA made : CASE
          WHEN made = CAST(-1 AS BIGINT)
          THEN ERROR('not supported: KQL make_timespan with negative days or a part of a tick')
          ELSE made
        END
      ),
      1
    ) AS f_7,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [
          ANTIVENOM_KUSTO_MADE_MOMENT(
            CAST(NULL AS BIGINT),
            CAST(1 AS BIGINT),
            CAST(1 AS BIGINT),
            CAST(0 AS BIGINT),
            CAST(0 AS BIGINT),
            0.0e0
          )
        ],
        LAMBDA made : CASE
          WHEN made = CAST(-1 AS BIGINT)
          THEN ERROR('not supported: KQL make_datetime with a part of a tick')
          ELSE made
        END
      ),
      1
    ) AS g_8
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7,
  g_8
FROM r2
