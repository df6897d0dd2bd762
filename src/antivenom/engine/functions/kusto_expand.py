"""Elements of Kusto's dynamic values as rows: lists of JSON texts, and each text cast to a type.

The rules are those of Kusto's page on mv-expand: a null or a single value is one element, an array or bag has as
many as it has; a cast parses nothing, so that an element of another type is null. What that page leaves open ends
the run.
"""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.functions.shapes import once, refusing
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.values import Call

_ITEMS = """list_transform(from_json(@0, '["JSON"]'), lambda item: nullif(CAST(item AS VARCHAR), 'null'))"""
_ENTRIES = "map_entries(TRY(CAST(CAST(@0 AS JSON) AS MAP(VARCHAR, JSON))))"
_TWICE = refusing("KQL mv-expand of a bag with a key twice")
_LEGACY_MOST = 128


def _elements(op: str, entry: str) -> Row:
    """A list of JSON texts, null for a JSON null; `entry` is the text of a bag's entry."""
    bags = f"coalesce(list_transform({_ENTRIES}, lambda entry: {entry}), {_TWICE})"
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


def _other(type: str) -> str:
    return refusing(f"KQL mv-expand to typeof({type}) of an element of another type")


_WHOLE = "json_type(@0) IN ('BIGINT', 'UBIGINT')"
_NUMBER = "json_type(@0) IN ('BIGINT', 'UBIGINT', 'DOUBLE')"
_NOT_FINITE = """@0 IN ('"NaN"', '"Infinity"', '"-Infinity"')"""
_MOMENT = r'"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{7}Z"'
_LENGTH = r'"-?([0-9]+[.])?[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{7})?"'
_GUID = '"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"'


def _written(op: str, pattern: str, type: str) -> Row:
    """The element where it is written as Kusto writes values of the type; text without digits is null."""
    return once(
        op,
        f"""CASE WHEN regexp_full_match(@0, '{pattern}') THEN @0
          WHEN json_type(@0) = 'VARCHAR' AND NOT regexp_matches(@0, '[0-9]') THEN NULL
          WHEN json_type(@0) IN ('ARRAY', 'OBJECT', 'NULL') THEN NULL
          WHEN @0 IS NOT NULL THEN {_other(type)} END""",
    )


ROWS: tuple[Row, ...] = (
    _elements("kusto.elements", f"'{{' || {_KEY} || ':' || {_VALUE} || '}}'"),
    _elements("kusto.pairs", f"'[' || {_KEY} || ',' || {_VALUE} || ']'"),
    template("kusto.first_elements", "list_slice(@0, 1, @1)"),
    once(
        "kusto.few_elements",
        f"CASE WHEN len(@0) > {_LEGACY_MOST} THEN {refusing('KQL mvapply of more than 128 elements')} ELSE @0 END",
    ),
    Row("kusto.indexes", _indexes),
    once(
        "kusto.element_long",
        f"CASE WHEN {_WHOLE} THEN @0 WHEN json_type(@0) IN ('DOUBLE', 'BOOLEAN') THEN {_other('long')} END",
    ),
    once(
        "kusto.element_int",
        f"""CASE WHEN {_WHOLE} AND abs(CAST(@0 AS DOUBLE)) < 2147483648 THEN @0
          WHEN {_NUMBER} OR json_type(@0) = 'BOOLEAN' THEN {_other("int")} END""",
    ),
    once(
        "kusto.element_real",
        f"""CASE WHEN {_NUMBER} OR {_NOT_FINITE} THEN @0
          WHEN json_type(@0) = 'BOOLEAN' THEN {_other("real")} END""",
    ),
    once(
        "kusto.element_bool",
        f"CASE WHEN json_type(@0) = 'BOOLEAN' THEN @0 WHEN {_NUMBER} THEN {_other('bool')} END",
    ),
    once(
        "kusto.element_text",
        f"""CASE WHEN @0 IS NULL THEN '' WHEN json_type(@0) = 'VARCHAR' THEN json_extract_string(@0, '$')
          ELSE {_other("string")} END""",
    ),
    _written("kusto.element_datetime", _MOMENT, "datetime"),
    _written("kusto.element_timespan", _LENGTH, "timespan"),
    _written("kusto.element_guid", _GUID, "guid"),
    once(
        "kusto.no_empty_group",
        f"""CASE WHEN @0 IS NULL
          THEN {refusing("KQL summarize without by over an empty group of mv-apply or partition")} ELSE TRUE END""",
    ),
)
