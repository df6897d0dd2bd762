WITH r1 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM table1
), r2 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM r1
  WHERE
    NOT n_3 IS NULL
), r3 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3
  FROM r3
  ORDER BY
    _time_1 DESC,
    row_position
), r5 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    ROW_NUMBER() OVER () AS row_position
  FROM r4
), r6 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    COUNT(*) OVER (PARTITION BY user_2) AS count_4,
    COUNT(
      CASE
        WHEN _time_1 >= 3600.0e0 AND _time_1 < 3900.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_5,
    COUNT(
      CASE
        WHEN _time_1 >= 3900.0e0 AND _time_1 < 4200.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_6,
    COUNT(
      CASE
        WHEN _time_1 >= 4200.0e0 AND _time_1 < 4500.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_7,
    COUNT(
      CASE
        WHEN _time_1 >= 4500.0e0 AND _time_1 < 4800.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_8,
    COUNT(
      CASE
        WHEN _time_1 >= 4800.0e0 AND _time_1 < 5100.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_9,
    COUNT(
      CASE
        WHEN _time_1 >= 5100.0e0 AND _time_1 < 5400.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_10,
    COUNT(
      CASE
        WHEN _time_1 >= 5400.0e0 AND _time_1 < 5700.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_11,
    COUNT(
      CASE
        WHEN _time_1 >= 5700.0e0 AND _time_1 < 6000.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_12,
    COUNT(
      CASE
        WHEN _time_1 >= 6000.0e0 AND _time_1 < 6300.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_13,
    COUNT(
      CASE
        WHEN _time_1 >= 6300.0e0 AND _time_1 < 6600.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_14,
    COUNT(
      CASE
        WHEN _time_1 >= 6600.0e0 AND _time_1 < 6900.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_15,
    COUNT(
      CASE
        WHEN _time_1 >= 6900.0e0 AND _time_1 < 7200.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_16,
    COUNT(
      CASE
        WHEN _time_1 >= 7200.0e0 AND _time_1 < 7500.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_17,
    COUNT(
      CASE
        WHEN _time_1 >= 7500.0e0 AND _time_1 < 7800.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_18,
    COUNT(
      CASE
        WHEN _time_1 >= 7800.0e0 AND _time_1 < 8100.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_19,
    COUNT(
      CASE
        WHEN _time_1 >= 8100.0e0 AND _time_1 < 8400.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_20,
    COUNT(
      CASE
        WHEN _time_1 >= 8400.0e0 AND _time_1 < 8700.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_21,
    COUNT(
      CASE
        WHEN _time_1 >= 8700.0e0 AND _time_1 < 9000.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_22,
    COUNT(
      CASE
        WHEN _time_1 >= 9000.0e0 AND _time_1 < 9300.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_23,
    COUNT(
      CASE
        WHEN _time_1 >= 9300.0e0 AND _time_1 < 9600.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_24,
    COUNT(
      CASE
        WHEN _time_1 >= 9600.0e0 AND _time_1 < 9900.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_25,
    COUNT(
      CASE
        WHEN _time_1 >= 9900.0e0 AND _time_1 < 10200.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_26,
    COUNT(
      CASE
        WHEN _time_1 >= 10200.0e0 AND _time_1 < 10500.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_27,
    COUNT(
      CASE
        WHEN _time_1 >= 10500.0e0 AND _time_1 < 10800.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_28,
    COUNT(
      CASE
        WHEN _time_1 >= 10800.0e0 AND _time_1 < 11100.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_29,
    COUNT(
      CASE
        WHEN _time_1 >= 11100.0e0 AND _time_1 < 11400.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_30,
    COUNT(
      CASE
        WHEN _time_1 >= 11400.0e0 AND _time_1 < 11700.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_31,
    COUNT(
      CASE
        WHEN _time_1 >= 11700.0e0 AND _time_1 < 12000.0e0
        THEN 1.0e0
        ELSE CAST(NULL AS DOUBLE)
      END
    ) OVER (PARTITION BY user_2) AS sparkline_32,
    COUNT(CASE WHEN _time_1 >= 12000.0e0 THEN 1.0e0 ELSE CAST(NULL AS DOUBLE) END) OVER (PARTITION BY user_2) AS sparkline_33,
    row_position
  FROM r5
), r7 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    count_4,
    sparkline_5,
    sparkline_6,
    sparkline_7,
    sparkline_8,
    sparkline_9,
    sparkline_10,
    sparkline_11,
    sparkline_12,
    sparkline_13,
    sparkline_14,
    sparkline_15,
    sparkline_16,
    sparkline_17,
    sparkline_18,
    sparkline_19,
    sparkline_20,
    sparkline_21,
    sparkline_22,
    sparkline_23,
    sparkline_24,
    sparkline_25,
    sparkline_26,
    sparkline_27,
    sparkline_28,
    sparkline_29,
    sparkline_30,
    sparkline_31,
    sparkline_32,
    sparkline_33
  FROM r6
  ORDER BY
    row_position
), r8 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    CASE
      WHEN NOT user_2 IS NULL
      THEN TRY_CAST(count_4 AS DOUBLE)
      ELSE CAST(NULL AS DOUBLE)
    END AS count_34,
    CASE
      WHEN NOT user_2 IS NULL
      THEN LIST_CONCAT(
        LIST_CONCAT(
          LIST_CONCAT(
            LIST_CONCAT(
              LIST_CONCAT(
                LIST_CONCAT(
                  LIST_CONCAT(
                    LIST_CONCAT(
                      LIST_CONCAT(
                        LIST_CONCAT(
                          LIST_CONCAT(
                            LIST_CONCAT(
                              LIST_CONCAT(
                                LIST_CONCAT(
                                  LIST_CONCAT(
                                    LIST_CONCAT(
                                      CASE WHEN NOT CAST($p1 AS TEXT) IS NULL THEN [CAST($p1 AS TEXT)] END,
                                      LIST_EXTRACT(
                                        LIST_TRANSFORM(
                                          [
                                            CASE
                                              WHEN sparkline_5 = TRUNC(sparkline_5) AND ABS(sparkline_5) < 9e18
                                              THEN CAST(TRY_CAST(sparkline_5 AS BIGINT) AS TEXT)
                                              ELSE CAST(sparkline_5 AS TEXT)
                                            END
                                          ],
                                          LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                                        ),
                                        1
                                      )
                                    ),
                                    LIST_EXTRACT(
                                      LIST_TRANSFORM(
                                        [
                                          CASE
                                            WHEN sparkline_6 = TRUNC(sparkline_6) AND ABS(sparkline_6) < 9e18
                                            THEN CAST(TRY_CAST(sparkline_6 AS BIGINT) AS TEXT)
                                            ELSE CAST(sparkline_6 AS TEXT)
                                          END
                                        ],
                                        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                                      ),
                                      1
                                    )
                                  ),
                                  LIST_EXTRACT(
                                    LIST_TRANSFORM(
                                      [
                                        CASE
                                          WHEN sparkline_7 = TRUNC(sparkline_7) AND ABS(sparkline_7) < 9e18
                                          THEN CAST(TRY_CAST(sparkline_7 AS BIGINT) AS TEXT)
                                          ELSE CAST(sparkline_7 AS TEXT)
                                        END
                                      ],
                                      LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                                    ),
                                    1
                                  )
                                ),
                                LIST_EXTRACT(
                                  LIST_TRANSFORM(
                                    [
                                      CASE
                                        WHEN sparkline_8 = TRUNC(sparkline_8) AND ABS(sparkline_8) < 9e18
                                        THEN CAST(TRY_CAST(sparkline_8 AS BIGINT) AS TEXT)
                                        ELSE CAST(sparkline_8 AS TEXT)
                                      END
                                    ],
                                    LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                                  ),
                                  1
                                )
                              ),
                              LIST_EXTRACT(
                                LIST_TRANSFORM(
                                  [
                                    CASE
                                      WHEN sparkline_9 = TRUNC(sparkline_9) AND ABS(sparkline_9) < 9e18
                                      THEN CAST(TRY_CAST(sparkline_9 AS BIGINT) AS TEXT)
                                      ELSE CAST(sparkline_9 AS TEXT)
                                    END
                                  ],
                                  LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                                ),
                                1
                              )
                            ),
                            LIST_EXTRACT(
                              LIST_TRANSFORM(
                                [
                                  CASE
                                    WHEN sparkline_10 = TRUNC(sparkline_10) AND ABS(sparkline_10) < 9e18
                                    THEN CAST(TRY_CAST(sparkline_10 AS BIGINT) AS TEXT)
                                    ELSE CAST(sparkline_10 AS TEXT)
                                  END
                                ],
                                LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                              ),
                              1
                            )
                          ),
                          LIST_EXTRACT(
                            LIST_TRANSFORM(
                              [
                                CASE
                                  WHEN sparkline_11 = TRUNC(sparkline_11) AND ABS(sparkline_11) < 9e18
                                  THEN CAST(TRY_CAST(sparkline_11 AS BIGINT) AS TEXT)
                                  ELSE CAST(sparkline_11 AS TEXT)
                                END
                              ],
                              LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                            ),
                            1
                          )
                        ),
                        LIST_EXTRACT(
                          LIST_TRANSFORM(
                            [
                              CASE
                                WHEN sparkline_12 = TRUNC(sparkline_12) AND ABS(sparkline_12) < 9e18
                                THEN CAST(TRY_CAST(sparkline_12 AS BIGINT) AS TEXT)
                                ELSE CAST(sparkline_12 AS TEXT)
                              END
                            ],
                            LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                          ),
                          1
                        )
                      ),
                      LIST_EXTRACT(
                        LIST_TRANSFORM(
                          [
                            CASE
                              WHEN sparkline_13 = TRUNC(sparkline_13) AND ABS(sparkline_13) < 9e18
                              THEN CAST(TRY_CAST(sparkline_13 AS BIGINT) AS TEXT)
                              ELSE CAST(sparkline_13 AS TEXT)
                            END
                          ],
                          LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                        ),
                        1
                      )
                    ),
                    LIST_EXTRACT(
                      LIST_TRANSFORM(
                        [
                          CASE
                            WHEN sparkline_14 = TRUNC(sparkline_14) AND ABS(sparkline_14) < 9e18
                            THEN CAST(TRY_CAST(sparkline_14 AS BIGINT) AS TEXT)
                            ELSE CAST(sparkline_14 AS TEXT)
                          END
                        ],
                        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                      ),
                      1
                    )
                  ),
                  LIST_EXTRACT(
                    LIST_TRANSFORM(
                      [
                        CASE
                          WHEN sparkline_15 = TRUNC(sparkline_15) AND ABS(sparkline_15) < 9e18
                          THEN CAST(TRY_CAST(sparkline_15 AS BIGINT) AS TEXT)
                          ELSE CAST(sparkline_15 AS TEXT)
                        END
                      ],
                      LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                    ),
                    1
                  )
                ),
                LIST_EXTRACT(
                  LIST_TRANSFORM(
                    [
                      CASE
                        WHEN sparkline_16 = TRUNC(sparkline_16) AND ABS(sparkline_16) < 9e18
                        THEN CAST(TRY_CAST(sparkline_16 AS BIGINT) AS TEXT)
                        ELSE CAST(sparkline_16 AS TEXT)
                      END
                    ],
                    LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                  ),
                  1
                )
              ),
              LIST_EXTRACT(
                LIST_TRANSFORM(
                  [
                    CASE
                      WHEN sparkline_17 = TRUNC(sparkline_17) AND ABS(sparkline_17) < 9e18
                      THEN CAST(TRY_CAST(sparkline_17 AS BIGINT) AS TEXT)
                      ELSE CAST(sparkline_17 AS TEXT)
                    END
                  ],
                  LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                ),
                1
              )
            ),
            LIST_EXTRACT(
              LIST_TRANSFORM(
                [
                  CASE
                    WHEN sparkline_18 = TRUNC(sparkline_18) AND ABS(sparkline_18) < 9e18
                    THEN CAST(TRY_CAST(sparkline_18 AS BIGINT) AS TEXT)
                    ELSE CAST(sparkline_18 AS TEXT)
                  END
                ],
                LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
              ),
              1
            )
          ),
          LIST_EXTRACT(
            LIST_TRANSFORM(
              [
                CASE
                  WHEN sparkline_19 = TRUNC(sparkline_19) AND ABS(sparkline_19) < 9e18
                  THEN CAST(TRY_CAST(sparkline_19 AS BIGINT) AS TEXT)
                  ELSE CAST(sparkline_19 AS TEXT)
                END
              ],
              LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
            ),
            1
          )
        ),
        LIST_CONCAT(
          LIST_CONCAT(
            LIST_CONCAT(
              LIST_CONCAT(
                LIST_CONCAT(
                  LIST_CONCAT(
                    LIST_CONCAT(
                      LIST_CONCAT(
                        LIST_CONCAT(
                          LIST_CONCAT(
                            LIST_CONCAT(
                              LIST_CONCAT(
                                LIST_CONCAT(
                                  LIST_EXTRACT(
                                    LIST_TRANSFORM(
                                      [
                                        CASE
                                          WHEN sparkline_20 = TRUNC(sparkline_20) AND ABS(sparkline_20) < 9e18
                                          THEN CAST(TRY_CAST(sparkline_20 AS BIGINT) AS TEXT)
                                          ELSE CAST(sparkline_20 AS TEXT)
                                        END
                                      ],
                                      LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                                    ),
                                    1
                                  ),
                                  LIST_EXTRACT(
                                    LIST_TRANSFORM(
                                      [
                                        CASE
                                          WHEN sparkline_21 = TRUNC(sparkline_21) AND ABS(sparkline_21) < 9e18
                                          THEN CAST(TRY_CAST(sparkline_21 AS BIGINT) AS TEXT)
                                          ELSE CAST(sparkline_21 AS TEXT)
                                        END
                                      ],
                                      LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                                    ),
                                    1
                                  )
                                ),
                                LIST_EXTRACT(
                                  LIST_TRANSFORM(
                                    [
                                      CASE
                                        WHEN sparkline_22 = TRUNC(sparkline_22) AND ABS(sparkline_22) < 9e18
                                        THEN CAST(TRY_CAST(sparkline_22 AS BIGINT) AS TEXT)
                                        ELSE CAST(sparkline_22 AS TEXT)
                                      END
                                    ],
                                    LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                                  ),
                                  1
                                )
                              ),
                              LIST_EXTRACT(
                                LIST_TRANSFORM(
                                  [
                                    CASE
                                      WHEN sparkline_23 = TRUNC(sparkline_23) AND ABS(sparkline_23) < 9e18
                                      THEN CAST(TRY_CAST(sparkline_23 AS BIGINT) AS TEXT)
                                      ELSE CAST(sparkline_23 AS TEXT)
                                    END
                                  ],
                                  LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                                ),
                                1
                              )
                            ),
                            LIST_EXTRACT(
                              LIST_TRANSFORM(
                                [
                                  CASE
                                    WHEN sparkline_24 = TRUNC(sparkline_24) AND ABS(sparkline_24) < 9e18
                                    THEN CAST(TRY_CAST(sparkline_24 AS BIGINT) AS TEXT)
                                    ELSE CAST(sparkline_24 AS TEXT)
                                  END
                                ],
                                LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                              ),
                              1
                            )
                          ),
                          LIST_EXTRACT(
                            LIST_TRANSFORM(
                              [
                                CASE
                                  WHEN sparkline_25 = TRUNC(sparkline_25) AND ABS(sparkline_25) < 9e18
                                  THEN CAST(TRY_CAST(sparkline_25 AS BIGINT) AS TEXT)
                                  ELSE CAST(sparkline_25 AS TEXT)
                                END
                              ],
                              LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                            ),
                            1
                          )
                        ),
                        LIST_EXTRACT(
                          LIST_TRANSFORM(
                            [
                              CASE
                                WHEN sparkline_26 = TRUNC(sparkline_26) AND ABS(sparkline_26) < 9e18
                                THEN CAST(TRY_CAST(sparkline_26 AS BIGINT) AS TEXT)
                                ELSE CAST(sparkline_26 AS TEXT)
                              END
                            ],
                            LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                          ),
                          1
                        )
                      ),
                      LIST_EXTRACT(
                        LIST_TRANSFORM(
                          [
                            CASE
                              WHEN sparkline_27 = TRUNC(sparkline_27) AND ABS(sparkline_27) < 9e18
                              THEN CAST(TRY_CAST(sparkline_27 AS BIGINT) AS TEXT)
                              ELSE CAST(sparkline_27 AS TEXT)
                            END
                          ],
                          LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                        ),
                        1
                      )
                    ),
                    LIST_EXTRACT(
                      LIST_TRANSFORM(
                        [
                          CASE
                            WHEN sparkline_28 = TRUNC(sparkline_28) AND ABS(sparkline_28) < 9e18
                            THEN CAST(TRY_CAST(sparkline_28 AS BIGINT) AS TEXT)
                            ELSE CAST(sparkline_28 AS TEXT)
                          END
                        ],
                        LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                      ),
                      1
                    )
                  ),
                  LIST_EXTRACT(
                    LIST_TRANSFORM(
                      [
                        CASE
                          WHEN sparkline_29 = TRUNC(sparkline_29) AND ABS(sparkline_29) < 9e18
                          THEN CAST(TRY_CAST(sparkline_29 AS BIGINT) AS TEXT)
                          ELSE CAST(sparkline_29 AS TEXT)
                        END
                      ],
                      LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                    ),
                    1
                  )
                ),
                LIST_EXTRACT(
                  LIST_TRANSFORM(
                    [
                      CASE
                        WHEN sparkline_30 = TRUNC(sparkline_30) AND ABS(sparkline_30) < 9e18
                        THEN CAST(TRY_CAST(sparkline_30 AS BIGINT) AS TEXT)
                        ELSE CAST(sparkline_30 AS TEXT)
                      END
                    ],
                    LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                  ),
                  1
                )
              ),
              LIST_EXTRACT(
                LIST_TRANSFORM(
                  [
                    CASE
                      WHEN sparkline_31 = TRUNC(sparkline_31) AND ABS(sparkline_31) < 9e18
                      THEN CAST(TRY_CAST(sparkline_31 AS BIGINT) AS TEXT)
                      ELSE CAST(sparkline_31 AS TEXT)
                    END
                  ],
                  LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
                ),
                1
              )
            ),
            LIST_EXTRACT(
              LIST_TRANSFORM(
                [
                  CASE
                    WHEN sparkline_32 = TRUNC(sparkline_32) AND ABS(sparkline_32) < 9e18
                    THEN CAST(TRY_CAST(sparkline_32 AS BIGINT) AS TEXT)
                    ELSE CAST(sparkline_32 AS TEXT)
                  END
                ],
                LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
              ),
              1
            )
          ),
          LIST_EXTRACT(
            LIST_TRANSFORM(
              [
                CASE
                  WHEN sparkline_33 = TRUNC(sparkline_33) AND ABS(sparkline_33) < 9e18
                  THEN CAST(TRY_CAST(sparkline_33 AS BIGINT) AS TEXT)
                  ELSE CAST(sparkline_33 AS TEXT)
                END
              ],
              LAMBDA given0 : CASE WHEN NOT given0 IS NULL THEN [given0] END
            ),
            1
          )
        )
      )
      ELSE CAST(NULL AS TEXT[])
    END AS sparkline_35
  FROM r7
), r9 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    count_34,
    sparkline_35,
    CAST(NULLIF(LENGTH(sparkline_35), 0) AS DOUBLE) - 1.0e0 AS spans_36
  FROM r8
), r10 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    count_34,
    sparkline_35,
    spans_36,
    LIST_EXTRACT(
      sparkline_35,
      CASE
        WHEN 1.0e0 < 0
        THEN TRY_CAST(TRUNC(1.0e0) AS BIGINT)
        ELSE TRY_CAST(TRUNC(1.0e0) AS BIGINT) + 1
      END
    ) AS first_37
  FROM r9
), r11 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    n_3,
    count_34,
    sparkline_35,
    spans_36,
    first_37,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [(
            -1.0e0
        )],
        LAMBDA given1 : LIST_EXTRACT(
          sparkline_35,
          CASE
            WHEN given1 < 0
            THEN TRY_CAST(TRUNC(given1) AS BIGINT)
            ELSE TRY_CAST(TRUNC(given1) AS BIGINT) + 1
          END
        )
      ),
      1
    ) AS last_38
  FROM r10
), r12 AS NOT MATERIALIZED (
  SELECT
    _time_1,
    user_2,
    count_34,
    spans_36,
    first_37,
    last_38
  FROM r11
)
SELECT
  _time_1,
  user_2,
  count_34,
  spans_36,
  first_37,
  last_38
FROM r12
-- $p1 = '##__SPARKLINE__##'
