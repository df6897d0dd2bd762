"""Kusto's decimals, which are plain text here, between types and in aggregates; Python computes with them."""

from __future__ import annotations

from antivenom.engine.functions.shapes import once, refusing
from antivenom.engine.functions.table import Row, template
from antivenom.plan.decimals import UNSURE

_UNKNOWN = refusing("KQL text of a decimal that is a whole number")
_FRACTION = "contains(@0, '.')"


def _whole(name: str, bits: int) -> str:
    return f"""CASE WHEN abs(CAST(@0 AS DOUBLE)) < {2 ** (bits - 1) - 1024}
      THEN CAST(regexp_extract(@0, '^-?[0-9]+') AS {name})
      WHEN @0 IS NOT NULL THEN {refusing("KQL whole number of a decimal this large")} END"""


ROWS: tuple[Row, ...] = (
    template("kusto.decimal_of_long", "CAST(@0 AS VARCHAR)"),
    once("kusto.decimal_of_bool", "CASE WHEN @0 THEN '1' WHEN NOT @0 THEN '0' END"),
    once(  # a number that is not whole has the digits of a real: not read
        "kusto.decimal_text_of_dynamic",
        f"""CASE WHEN json_type(@0) IN ('BIGINT', 'UBIGINT', 'VARCHAR') THEN json_extract_string(@0, '$')
           WHEN json_type(@0) IN ('DOUBLE', 'BOOLEAN') THEN {refusing("KQL todecimal of this dynamic value")} END""",
    ),
    once("kusto.text_of_decimal", f"CASE WHEN @0 IS NULL THEN '' WHEN {_FRACTION} THEN @0 ELSE {_UNKNOWN} END"),
    once(
        "kusto.json_of_decimal",
        f"""CASE WHEN @0 IS NULL THEN 'null' WHEN {_FRACTION} THEN '"' || @0 || '"' ELSE {_UNKNOWN} END""",
    ),
    once("kusto.long_of_decimal", _whole("BIGINT", 64)),
    once("kusto.int_of_decimal", _whole("INTEGER", 32)),
    template("kusto.real_of_decimal", "CAST(@0 AS DOUBLE)"),
    template("kusto.bool_of_decimal", "@0 <> '0'"),
)


def _checked(aggregate: str, construct: str) -> str:
    checked = f"CASE WHEN made = '{UNSURE}' THEN {refusing(construct)} ELSE made END"
    return f"list_extract(list_transform([{aggregate}], lambda made: {checked}), 1)"


AGGREGATES: tuple[Row, ...] = (
    template(
        "kusto.sum_decimal", _checked("antivenom_kusto_decimal_sum_of(list(@0))", "KQL sum of decimals this large")
    ),
    template("kusto.avg_decimal", _checked("antivenom_kusto_decimal_avg_of(list(@0))", "KQL avg of no decimals")),
    template("kusto.min_decimal", "arg_min(@0, antivenom_kusto_decimal_rank(@0))"),
    template("kusto.max_decimal", "arg_max(@0, antivenom_kusto_decimal_rank(@0))"),
)
