"""Kusto's decimals, which are plain text here, between types and in aggregates; Python computes with them."""

from __future__ import annotations

from antivenom.engine.functions.shapes import once
from antivenom.engine.functions.table import Row, template

ROWS: tuple[Row, ...] = (
    template("kusto.decimal_of_long", "CAST(@0 AS VARCHAR)"),
    once("kusto.decimal_of_bool", "CASE WHEN @0 THEN '1' WHEN NOT @0 THEN '0' END"),
    once(
        "kusto.decimal_text_of_dynamic",
        """CASE WHEN json_type(@0) IN ('BIGINT', 'UBIGINT', 'DOUBLE', 'VARCHAR') THEN json_extract_string(@0, '$')
           WHEN json_type(@0) = 'BOOLEAN' THEN CASE WHEN @0 = 'true' THEN '1' ELSE '0' END END""",
    ),
    template("kusto.text_of_decimal", "coalesce(@0, '')"),
    template("kusto.json_of_decimal", """coalesce('"' || @0 || '"', 'null')"""),
    template("kusto.long_of_decimal", "TRY_CAST(regexp_extract(@0, '^-?[0-9]+') AS BIGINT)"),
    template("kusto.int_of_decimal", "TRY_CAST(regexp_extract(@0, '^-?[0-9]+') AS INTEGER)"),
    template("kusto.real_of_decimal", "CAST(@0 AS DOUBLE)"),
    template("kusto.bool_of_decimal", "@0 <> '0'"),
)


AGGREGATES: tuple[Row, ...] = (
    template("kusto.sum_decimal", "antivenom_kusto_decimal_sum_of(list(@0))"),
    template("kusto.avg_decimal", "antivenom_kusto_decimal_avg_of(list(@0))"),
    template("kusto.min_decimal", "arg_min(@0, antivenom_kusto_decimal_rank(@0))"),
    template("kusto.max_decimal", "arg_max(@0, antivenom_kusto_decimal_rank(@0))"),
)
