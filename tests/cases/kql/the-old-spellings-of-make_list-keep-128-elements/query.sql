WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(x_1 AS BIGINT) AS x_1
  FROM (VALUES
    (CAST(1 AS BIGINT)),
    (CAST(2 AS BIGINT)),
    (CAST(3 AS BIGINT)),
    (CAST(4 AS BIGINT)),
    (CAST(5 AS BIGINT)),
    (CAST(6 AS BIGINT)),
    (CAST(7 AS BIGINT)),
    (CAST(8 AS BIGINT)),
    (CAST(9 AS BIGINT)),
    (CAST(10 AS BIGINT)),
    (CAST(11 AS BIGINT)),
    (CAST(12 AS BIGINT)),
    (CAST(13 AS BIGINT)),
    (CAST(14 AS BIGINT)),
    (CAST(15 AS BIGINT)),
    (CAST(16 AS BIGINT)),
    (CAST(17 AS BIGINT)),
    (CAST(18 AS BIGINT)),
    (CAST(19 AS BIGINT)),
    (CAST(20 AS BIGINT)),
    (CAST(21 AS BIGINT)),
    (CAST(22 AS BIGINT)),
    (CAST(23 AS BIGINT)),
    (CAST(24 AS BIGINT)),
    (CAST(25 AS BIGINT)),
    (CAST(26 AS BIGINT)),
    (CAST(27 AS BIGINT)),
    (CAST(28 AS BIGINT)),
    (CAST(29 AS BIGINT)),
    (CAST(30 AS BIGINT)),
    (CAST(31 AS BIGINT)),
    (CAST(32 AS BIGINT)),
    (CAST(33 AS BIGINT)),
    (CAST(34 AS BIGINT)),
    (CAST(35 AS BIGINT)),
    (CAST(36 AS BIGINT)),
    (CAST(37 AS BIGINT)),
    (CAST(38 AS BIGINT)),
    (CAST(39 AS BIGINT)),
    (CAST(40 AS BIGINT)),
    (CAST(41 AS BIGINT)),
    (CAST(42 AS BIGINT)),
    (CAST(43 AS BIGINT)),
    (CAST(44 AS BIGINT)),
    (CAST(45 AS BIGINT)),
    (CAST(46 AS BIGINT)),
    (CAST(47 AS BIGINT)),
    (CAST(48 AS BIGINT)),
    (CAST(49 AS BIGINT)),
    (CAST(50 AS BIGINT)),
    (CAST(51 AS BIGINT)),
    (CAST(52 AS BIGINT)),
    (CAST(53 AS BIGINT)),
    (CAST(54 AS BIGINT)),
    (CAST(55 AS BIGINT)),
    (CAST(56 AS BIGINT)),
    (CAST(57 AS BIGINT)),
    (CAST(58 AS BIGINT)),
    (CAST(59 AS BIGINT)),
    (CAST(60 AS BIGINT)),
    (CAST(61 AS BIGINT)),
    (CAST(62 AS BIGINT)),
    (CAST(63 AS BIGINT)),
    (CAST(64 AS BIGINT)),
    (CAST(65 AS BIGINT)),
    (CAST(66 AS BIGINT)),
    (CAST(67 AS BIGINT)),
    (CAST(68 AS BIGINT)),
    (CAST(69 AS BIGINT)),
    (CAST(70 AS BIGINT)),
    (CAST(71 AS BIGINT)),
    (CAST(72 AS BIGINT)),
    (CAST(73 AS BIGINT)),
    (CAST(74 AS BIGINT)),
    (CAST(75 AS BIGINT)),
    (CAST(76 AS BIGINT)),
    (CAST(77 AS BIGINT)),
    (CAST(78 AS BIGINT)),
    (CAST(79 AS BIGINT)),
    (CAST(80 AS BIGINT)),
    (CAST(81 AS BIGINT)),
    (CAST(82 AS BIGINT)),
    (CAST(83 AS BIGINT)),
    (CAST(84 AS BIGINT)),
    (CAST(85 AS BIGINT)),
    (CAST(86 AS BIGINT)),
    (CAST(87 AS BIGINT)),
    (CAST(88 AS BIGINT)),
    (CAST(89 AS BIGINT)),
    (CAST(90 AS BIGINT)),
    (CAST(91 AS BIGINT)),
    (CAST(92 AS BIGINT)),
    (CAST(93 AS BIGINT)),
    (CAST(94 AS BIGINT)),
    (CAST(95 AS BIGINT)),
    (CAST(96 AS BIGINT)),
    (CAST(97 AS BIGINT)),
    (CAST(98 AS BIGINT)),
    (CAST(99 AS BIGINT)),
    (CAST(100 AS BIGINT)),
    (CAST(101 AS BIGINT)),
    (CAST(102 AS BIGINT)),
    (CAST(103 AS BIGINT)),
    (CAST(104 AS BIGINT)),
    (CAST(105 AS BIGINT)),
    (CAST(106 AS BIGINT)),
    (CAST(107 AS BIGINT)),
    (CAST(108 AS BIGINT)),
    (CAST(109 AS BIGINT)),
    (CAST(110 AS BIGINT)),
    (CAST(111 AS BIGINT)),
    (CAST(112 AS BIGINT)),
    (CAST(113 AS BIGINT)),
    (CAST(114 AS BIGINT)),
    (CAST(115 AS BIGINT)),
    (CAST(116 AS BIGINT)),
    (CAST(117 AS BIGINT)),
    (CAST(118 AS BIGINT)),
    (CAST(119 AS BIGINT)),
    (CAST(120 AS BIGINT)),
    (CAST(121 AS BIGINT)),
    (CAST(122 AS BIGINT)),
    (CAST(123 AS BIGINT)),
    (CAST(124 AS BIGINT)),
    (CAST(125 AS BIGINT)),
    (CAST(126 AS BIGINT)),
    (CAST(127 AS BIGINT)),
    (CAST(128 AS BIGINT)),
    (CAST(129 AS BIGINT)),
    (CAST(130 AS BIGINT)),
    (CAST(131 AS BIGINT)),
    (CAST(132 AS BIGINT)),
    (CAST(133 AS BIGINT)),
    (CAST(134 AS BIGINT)),
    (CAST(135 AS BIGINT)),
    (CAST(136 AS BIGINT)),
    (CAST(137 AS BIGINT)),
    (CAST(138 AS BIGINT)),
    (CAST(139 AS BIGINT)),
    (CAST(140 AS BIGINT)),
    (CAST(141 AS BIGINT)),
    (CAST(142 AS BIGINT)),
    (CAST(143 AS BIGINT)),
    (CAST(144 AS BIGINT)),
    (CAST(145 AS BIGINT)),
    (CAST(146 AS BIGINT)),
    (CAST(147 AS BIGINT)),
    (CAST(148 AS BIGINT)),
    (CAST(149 AS BIGINT)),
    (CAST(150 AS BIGINT)),
    (CAST(151 AS BIGINT)),
    (CAST(152 AS BIGINT)),
    (CAST(153 AS BIGINT)),
    (CAST(154 AS BIGINT)),
    (CAST(155 AS BIGINT)),
    (CAST(156 AS BIGINT)),
    (CAST(157 AS BIGINT)),
    (CAST(158 AS BIGINT)),
    (CAST(159 AS BIGINT)),
    (CAST(160 AS BIGINT)),
    (CAST(161 AS BIGINT)),
    (CAST(162 AS BIGINT)),
    (CAST(163 AS BIGINT)),
    (CAST(164 AS BIGINT)),
    (CAST(165 AS BIGINT)),
    (CAST(166 AS BIGINT)),
    (CAST(167 AS BIGINT)),
    (CAST(168 AS BIGINT)),
    (CAST(169 AS BIGINT)),
    (CAST(170 AS BIGINT)),
    (CAST(171 AS BIGINT)),
    (CAST(172 AS BIGINT)),
    (CAST(173 AS BIGINT)),
    (CAST(174 AS BIGINT)),
    (CAST(175 AS BIGINT)),
    (CAST(176 AS BIGINT)),
    (CAST(177 AS BIGINT)),
    (CAST(178 AS BIGINT)),
    (CAST(179 AS BIGINT)),
    (CAST(180 AS BIGINT)),
    (CAST(181 AS BIGINT)),
    (CAST(182 AS BIGINT)),
    (CAST(183 AS BIGINT)),
    (CAST(184 AS BIGINT)),
    (CAST(185 AS BIGINT)),
    (CAST(186 AS BIGINT)),
    (CAST(187 AS BIGINT)),
    (CAST(188 AS BIGINT)),
    (CAST(189 AS BIGINT)),
    (CAST(190 AS BIGINT)),
    (CAST(191 AS BIGINT)),
    (CAST(192 AS BIGINT)),
    (CAST(193 AS BIGINT)),
    (CAST(194 AS BIGINT)),
    (CAST(195 AS BIGINT)),
    (CAST(196 AS BIGINT)),
    (CAST(197 AS BIGINT)),
    (CAST(198 AS BIGINT)),
    (CAST(199 AS BIGINT)),
    (CAST(200 AS BIGINT))) AS given(x_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    x_1,
    ROW_NUMBER() OVER () AS row_position
  FROM r1
), r3 AS NOT MATERIALIZED (
  SELECT
    '[' || ARRAY_TO_STRING(
      LIST_SLICE(
        COALESCE(
          ARRAY_AGG(
            CASE
              WHEN x_1 IS NULL
              THEN CAST(NULL AS TEXT)
              ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
            END ORDER BY row_position
          ) FILTER(WHERE
            NOT CASE
              WHEN x_1 IS NULL
              THEN CAST(NULL AS TEXT)
              ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
            END IS NULL),
          []
        ),
        1,
        CAST(128 AS BIGINT)
      ),
      ','
    ) || ']' AS makelist_2,
    '[' || ARRAY_TO_STRING(
      LIST_SLICE(
        LIST_EXTRACT(
          LIST_TRANSFORM(
            [
              COALESCE(
                ARRAY_AGG(
                  CASE
                    WHEN x_1 IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
                  END ORDER BY row_position
                ) FILTER(WHERE
                  NOT CASE
                    WHEN x_1 IS NULL
                    THEN CAST(NULL AS TEXT)
                    ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
                  END IS NULL),
                []
              )
            ],
            LAMBDA every : CASE
              WHEN LENGTH(every) * LENGTH(LIST_DISTINCT(every)) > 100000000
              THEN LIST_SORT(LIST_DISTINCT(every))
              ELSE LIST_TRANSFORM(
                LIST_SORT(
                  LIST_TRANSFORM(LIST_DISTINCT(every), LAMBDA one : {'at': LIST_POSITION(every, one), 'text': one})
                ),
                LAMBDA pair : pair.text
              )
            END
          ),
          1
        ),
        1,
        CAST(128 AS BIGINT)
      ),
      ','
    ) || ']' AS makeset_3,
    '[' || ARRAY_TO_STRING(
      COALESCE(
        ARRAY_AGG(
          CASE
            WHEN x_1 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
          END ORDER BY row_position
        ) FILTER(WHERE
          NOT CASE
            WHEN x_1 IS NULL
            THEN CAST(NULL AS TEXT)
            ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
          END IS NULL),
        []
      ),
      ','
    ) || ']' AS make_list_4,
    '[' || ARRAY_TO_STRING(
      LIST_SLICE(
        COALESCE(
          ARRAY_AGG(
            CASE
              WHEN x_1 IS NULL
              THEN CAST(NULL AS TEXT)
              ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
            END ORDER BY row_position
          ) FILTER(WHERE
            NOT CASE
              WHEN x_1 IS NULL
              THEN CAST(NULL AS TEXT)
              ELSE COALESCE(CAST(x_1 AS TEXT), 'null')
            END IS NULL),
          []
        ),
        1,
        CAST(150 AS BIGINT)
      ),
      ','
    ) || ']' AS makelist_5
  FROM r2
), r4 AS NOT MATERIALIZED (
  SELECT
    CASE
      WHEN JSON_TYPE(makelist_2) = 'ARRAY'
      THEN CAST(JSON_ARRAY_LENGTH(makelist_2) AS BIGINT)
    END AS a_6,
    CASE
      WHEN JSON_TYPE(makeset_3) = 'ARRAY'
      THEN CAST(JSON_ARRAY_LENGTH(makeset_3) AS BIGINT)
    END AS b_7,
    CASE
      WHEN JSON_TYPE(make_list_4) = 'ARRAY'
      THEN CAST(JSON_ARRAY_LENGTH(make_list_4) AS BIGINT)
    END AS c_8,
    CASE
      WHEN JSON_TYPE(makelist_5) = 'ARRAY'
      THEN CAST(JSON_ARRAY_LENGTH(makelist_5) AS BIGINT)
    END AS d_9
  FROM r3
)
SELECT
  a_6,
  b_7,
  c_8,
  d_9
FROM r4
