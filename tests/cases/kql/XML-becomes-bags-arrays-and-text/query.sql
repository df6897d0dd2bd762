WITH r1 AS NOT MATERIALIZED (
  SELECT
    CAST(x_1 AS TEXT) AS x_1
  FROM (VALUES
    (CAST($p1 AS TEXT)),
    (CAST($p2 AS TEXT)),
    (CAST($p3 AS TEXT)),
    (CAST($p4 AS TEXT)),
    (CAST($p5 AS TEXT)),
    (CAST($p6 AS TEXT)),
    (CAST($p7 AS TEXT)),
    (CAST($p8 AS TEXT)),
    (CAST($p9 AS TEXT)),
    (CAST($p10 AS TEXT))) AS given(x_1)
), r2 AS NOT MATERIALIZED (
  SELECT
    x_1,
    ANTIVENOM_KUSTO_PARSE_XML(x_1) AS j_2
  FROM r1
)
SELECT
  x_1,
  j_2
FROM r2
-- $p1 = '<e/>'
-- $p2 = '<e>text</e>'
-- $p3 = '<e name="value" />'
-- $p4 = '<e name="value">text</e>'
-- $p5 = '<e> <a>1</a> <b>&lt;&#233;</b> </e>'
-- $p6 = '<e> <a>text</a> <a>text</a> </e>'
-- $p7 = '<e> text <a>text</a> </e>'
-- $p8 = '<?xml version="1.0"?><n:e xmlns:n="u"><!-- no --><n:a x="1"/></n:e>'
-- $p9 = '<e>'
-- $p10 = ''
