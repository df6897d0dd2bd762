WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(print_1 AS BOOLEAN) AS print_1
  FROM (VALUES
    (TRUE)) AS given(print_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    ANTIVENOM_KUSTO_PARSE_COMMAND_LINE(CAST($p1 AS TEXT)) AS a_2,
    ANTIVENOM_KUSTO_PARSE_COMMAND_LINE(CAST($p2 AS TEXT)) AS b_3,
    ANTIVENOM_KUSTO_PARSE_CSV(CAST($p1 AS TEXT)) AS c_4,
    ANTIVENOM_KUSTO_PARSE_CSV(CAST($p3 AS TEXT)) AS d_5,
    NULLIF(
      CAST(ANTIVENOM_KUSTO_PARSE_URL(CAST($p4 AS TEXT)) -> CAST($p5 AS TEXT) AS TEXT),
      'null'
    ) AS e_6,
    ANTIVENOM_KUSTO_URL_DECODE(CAST($p6 AS TEXT)) AS f_7,
    ANTIVENOM_KUSTO_URL_ENCODE(CAST($p7 AS TEXT)) AS g_8,
    ANTIVENOM_KUSTO_PARSE_XML(CAST($p8 AS TEXT)) AS h_9,
    ANTIVENOM_KUSTO_PARSE_XML(CAST($p9 AS TEXT)) AS i_10,
    ANTIVENOM_KUSTO_BASE64_TEXT(CAST($p10 AS TEXT)) AS j_11,
    ANTIVENOM_KUSTO_INDEXOF_WITHIN(
      CAST($p11 AS TEXT),
      CAST($p12 AS TEXT),
      CAST(0 AS BIGINT),
      CAST(-1 AS BIGINT),
      CAST(2 AS BIGINT)
    ) AS k_12,
    ANTIVENOM_KUSTO_TRANSLATE(CAST($p13 AS TEXT), CAST($p14 AS TEXT), CAST($p15 AS TEXT)) AS l_13,
    CAST(NULL AS TEXT) AS m_14,
    LIST_EXTRACT(
      LIST_TRANSFORM(
        [CAST(-1 AS BIGINT)],
        LAMBDA given1 : CASE
          WHEN given1 > 0
          THEN REPEAT(CAST($p16 AS TEXT) || CAST($p1 AS TEXT), LEAST(given1, 1024) - 1) || CAST($p16 AS TEXT)
          ELSE ''
        END
      ),
      1
    ) AS n_15,
    ANTIVENOM_KUSTO_HAS_IPV4(CAST($p17 AS TEXT), CAST($p18 AS TEXT)) AS o_16,
    ANTIVENOM_KUSTO_HAS_IPV4(CAST($p19 AS TEXT), CAST($p18 AS TEXT)) AS p_17,
    ANTIVENOM_KUSTO_IPV4_IS_PRIVATE(CAST($p20 AS TEXT)) AS q_18,
    ANTIVENOM_KUSTO_FORMAT_BYTES(1024.0e0, CAST(2 AS BIGINT), CAST($p1 AS TEXT)) AS r_19,
    CASE
      WHEN REGEXP_MATCHES(
        CAST($p21 AS TEXT),
        '[\pM\x{200D}\x{1100}-\x{11FF}\x{1F1E6}-\x{1F1FF}\x{1F3FB}-\x{1F3FF}]'
      )
      THEN ANTIVENOM_KUSTO_REVERSED(CAST($p21 AS TEXT))
      ELSE REVERSE(CAST($p21 AS TEXT))
    END AS s_20,
    NULLIF(
      CAST(ANTIVENOM_KUSTO_PARSE_PATH(CAST($p22 AS TEXT)) -> CAST($p23 AS TEXT) AS TEXT),
      'null'
    ) AS t_21
  FROM r1
)
SELECT
  a_2,
  b_3,
  c_4,
  d_5,
  e_6,
  f_7,
  g_8,
  h_9,
  i_10,
  j_11,
  k_12,
  l_13,
  m_14,
  n_15,
  o_16,
  p_17,
  q_18,
  r_19,
  s_20,
  t_21
FROM r2
-- $p1 = ''
-- $p2 = 'a"b c "d""e" f'
-- $p3 = 'a"b,"c"d'
-- $p4 = 'host:443'
-- $p5 = '$."Host"'
-- $p6 = 'a+b%zz%41'
-- $p7 = "a b!*()'~"
-- $p8 = '<a>x<![CDATA[y]]></a>'
-- $p9 = '<a/><b/>'
-- $p10 = 'SGVs bG8='
-- $p11 = 'aaa'
-- $p12 = 'aa'
-- $p13 = 'ab'
-- $p14 = 'xyz'
-- $p15 = 'abc'
-- $p16 = 'a'
-- $p17 = 'v1.2.3.4.5'
-- $p18 = '1.2.3.4'
-- $p19 = 'at 1.2.3.4.5'
-- $p20 = '10.0.0.0/4'
-- $p21 = 'éa'
-- $p22 = 'C:\\x.txt'
-- $p23 = '$."Filename"'
