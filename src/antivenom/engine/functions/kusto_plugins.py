"""What the plugins of Kusto's evaluate are made of: the slots of bags, bins of a timeline, and what is refused."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.functions.shapes import once, refusing
from antivenom.engine.functions.table import Row, Sql, template
from antivenom.plan.values import Call

_DATE = r"\s*[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([T ].*)?"
_GUID = r"[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
_SPAN = r"-?([0-9]+\.)?[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?"
# what Kusto keeps as a date, a guid or a timespan inside a dynamic looks the same as text here
_UNSURE = f"regexp_full_match(json_extract_string(@0, pointer), '{_DATE}|{_GUID}|{_SPAN}')"
_SLOT = "json_type(json_extract(@0, pointer))"
_SLOTS = f"""CASE WHEN json_type(@0) = 'OBJECT' THEN list_transform(json_keys(@0), lambda key:
  list_extract(list_transform(['/' || replace(replace(key, '~', '~0'), '/', '~1')], lambda pointer:
    CASE WHEN {_SLOT} = 'VARCHAR' AND {_UNSURE} THEN 'UNSURE' ELSE {_SLOT} END), 1) || ':' || key) ELSE [] END"""

_TYPE = refusing("KQL bag_unpack of a property whose type is not sure (a date, guid, timespan or null): give a schema")
_KIND = refusing("KQL bag_unpack of a property of another type than its output schema says")


def _texts(call: Call, args: list[Sql]) -> Sql:
    """A list of texts."""
    return exp.Array(expressions=args)


ROWS: tuple[Row, ...] = (
    # true for every row, were there any: a plan made without rows is not run
    Row("kusto.open_schema", lambda call, args: _refused("KQL evaluate in a query compiled without its rows")),
    once("kusto.bag_slots", _SLOTS),  # "type:key" of every property
    # a property's JSON text; @1: a JSON pointer
    once(
        "kusto.slot",
        "CASE WHEN json_type(@0) = 'OBJECT' THEN nullif(CAST(json_extract(@0, @1) AS VARCHAR), 'null') END",
    ),
    once("kusto.unsure_slot", f"CASE WHEN @0 IS NULL OR @0 IS NOT NULL THEN {_TYPE} END"),
    once(
        "kusto.slot_of_kind",
        f"CASE WHEN @0 IS NULL OR contains(@1, ' ' || json_type(@0) || ' ') THEN @0 ELSE {_KIND} END",
    ),
    once(
        "kusto.cell_of_rows",  # an aggregate, and over how many rows
        f"CASE WHEN @1 > 0 THEN @0 ELSE {refusing('KQL pivot with this aggregate and a cell without rows')} END",
    ),
    once(
        "kusto.no_network",
        f"""CASE WHEN contains(@0, '/') AND NOT ends_with(@0, '/32') AND NOT ends_with(@0, '/128')
           THEN {refusing("KQL lookup of an address that is a network")} ELSE @0 END""",
    ),
    Row("kusto.texts", _texts),
    template("kusto.minus_one", "@0 - 1"),
    once("kusto.full_cell", f"CASE WHEN @0 = '' THEN {refusing('KQL narrow of an empty cell')} ELSE @0 END"),
    once(
        "kusto.numbers_around",
        "list_transform(range(@0 - @1, @0 + @2 + 1), lambda number: CAST(number AS VARCHAR))",
    ),
    once(
        "kusto.one_type",
        f"CASE WHEN @0 > 1 THEN {refusing('KQL schema_merge of a column of several types')} ELSE TRUE END",
    ),
    once(
        "kusto.same_place",
        f"CASE WHEN @0 - 1 = @1 THEN @1 ELSE {refusing('KQL schema_merge of columns in this order')} END",
    ),
    # --- bins: value, size, origin
    once("kusto.bin_from", "@2 + (@0 - @2) - (((@0 - @2) % @1) + @1) % @1"),
    template("kusto.later", "@0 + @1"),
    once("kusto.steps", "list_transform(range(0, @2), lambda step: CAST(@0 + step * @1 AS VARCHAR))"),
    template("kusto.along", "CASE WHEN @1 < 0 THEN -(@0) ELSE @0 END"),  # a number, the step it was made with
    template("kusto.number_of_text", "CAST(@0 AS BIGINT)"),
    once(
        "kusto.until",
        f"CASE WHEN @0 > @1 AND @0 < @2 THEN {refusing('KQL activity behind the end, in its bin')} ELSE @0 <= @1 END",
    ),
    once("kusto.looks_back", "@0 <= @1 AND @0 > @1 - @2"),
    once("kusto.bins_are_full", "coalesce((@1 - @0) // @3 + 1 = @2, TRUE)"),
    once(
        "kusto.no_gaps",
        f"CASE WHEN @0 THEN TRUE ELSE {refusing('KQL bins without rows between others, in a plugin that counts')} END",
    ),
)


def _refused(construct: str) -> Sql:
    return exp.Anonymous(this="error", expressions=[exp.Literal.string(f"not supported: {construct}")])
