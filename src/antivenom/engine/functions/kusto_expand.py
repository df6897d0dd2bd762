"""Elements of Kusto's dynamic values as rows: lists of JSON texts, and each text cast to a type.

The rules are those of Kusto's page on mv-expand: a null or a single value is one element, an array or bag has as
many as it has; a cast parses nothing, so that an element of another type is null. Numbers and bools are cast to
each other. Of a key that a bag has twice the first place counts.
"""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.functions.shapes import once
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.values import Call

_ITEMS = """list_transform(from_json(@0, '["JSON"]'), lambda item: nullif(CAST(item AS VARCHAR), 'null'))"""
_ENTRIES = """coalesce(map_entries(TRY(CAST(CAST(@0 AS JSON) AS MAP(VARCHAR, JSON)))),
  map_entries(TRY(CAST(CAST(antivenom_kusto_bag_once(@0) AS JSON) AS MAP(VARCHAR, JSON)))))"""
_LEGACY_MOST = 128


def _elements(op: str, entry: str) -> Row:
    """A list of JSON texts, null for a JSON null; `entry` is the text of a bag's entry."""
    bags = f"list_transform({_ENTRIES}, lambda entry: {entry})"
    return once(
        op,
        f"""CASE WHEN @0 IS NULL THEN [CAST(NULL AS VARCHAR)]
          WHEN json_type(@0) = 'ARRAY' THEN {_ITEMS}
          WHEN json_type(@0) = 'OBJECT' THEN {bags}
          ELSE [@0] END""",
    )


_KEY = "CAST(to_json(entry.key) AS VARCHAR)"
_VALUE = "coalesce(CAST(entry.value AS VARCHAR), 'null')"


def _indexes(call: Call, args: list[Sql]) -> Sql:
    """0, 1, ... as texts, as many as the longest of the lists has elements."""
    lengths = [expand("len(@0)", arg) for arg in args]
    longest = lengths[0] if len(lengths) == 1 else exp.Greatest(this=lengths[0], expressions=lengths[1:])
    return expand("list_transform(range(@0), lambda place: CAST(place AS VARCHAR))", longest)


_NUMBER = "json_type(@0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')"
_NOT_FINITE = """@0 IN ('"NaN"', '"Infinity"', '"-Infinity"')"""
_MOMENT = r'"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{7}Z"'
_LENGTH = r'"-?([0-9]+[.])?[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{7})?"'
_GUID = '"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"'


def _written(op: str, pattern: str) -> Row:
    """The element where it is written as Kusto writes values of the type, or null."""
    return once(op, f"CASE WHEN regexp_full_match(@0, '{pattern}') THEN @0 END")


ROWS: tuple[Row, ...] = (
    _elements("kusto.elements", f"'{{' || {_KEY} || ':' || {_VALUE} || '}}'"),
    _elements("kusto.pairs", f"'[' || {_KEY} || ',' || {_VALUE} || ']'"),
    template("kusto.first_elements", "list_slice(@0, 1, @1)"),
    template("kusto.few_elements", f"list_slice(@0, 1, {_LEGACY_MOST})"),
    Row("kusto.indexes", _indexes),
    once("kusto.element_long", f"CASE WHEN {_NUMBER} OR json_type(@0) = 'BOOLEAN' THEN @0 END"),
    once("kusto.element_int", f"CASE WHEN {_NUMBER} OR json_type(@0) = 'BOOLEAN' THEN @0 END"),
    once("kusto.element_real", f"CASE WHEN {_NUMBER} OR {_NOT_FINITE} OR json_type(@0) = 'BOOLEAN' THEN @0 END"),
    once("kusto.element_bool", f"CASE WHEN {_NUMBER} OR json_type(@0) = 'BOOLEAN' THEN @0 END"),
    template("kusto.element_text", "coalesce(json_extract_string(@0, '$'), '')"),
    _written("kusto.element_datetime", _MOMENT),
    _written("kusto.element_timespan", _LENGTH),
    _written("kusto.element_guid", _GUID),
)
