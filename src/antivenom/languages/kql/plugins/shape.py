"""bag_unpack: the properties of a bag become columns, and which they are depends on the rows.

Column order is not promised by Kusto: new columns come in the order of their names, a property that is named as the
bag's own column takes its place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.open_schema import kept
from antivenom.languages.kql.plugins.calls import PluginCall, PluginRow
from antivenom.languages.kql.plugins.pivot import PIVOT
from antivenom.languages.kql.syntax import OutputSchema
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.open_schemas import without_rows
from antivenom.plan.relations import Aggregate, Assign, Expand, Project, Relation
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column

_HELD = {
    "BIGINT": Type.LONG,
    "UBIGINT": Type.LONG,
    "DOUBLE": Type.REAL,
    "VARCHAR": Type.STRING,
    "BOOLEAN": Type.BOOL,
    "ARRAY": Type.DYNAMIC,
    "OBJECT": Type.DYNAMIC,
}
"""What JSON a column of an output schema may be filled from."""
_CONFLICTS = ("error", "replace_source", "keep_source")


def _bag_unpack(call: PluginCall) -> Relation:
    bag = call.column("Column")
    if bag.type is not Type.DYNAMIC:
        raise Unsupported(f"KQL bag_unpack of {bag.type.value}", span=call.at("Column"), hint="use parse_json(...)")
    prefix, conflict = call.text("OutputColumnPrefix", ""), _conflict(call)
    slots = _slots(call, bag)
    if call.node.schema is not None:
        return _with_schema(call, call.node.schema, bag, prefix, slots)
    others = [column for column in call.input.columns if column is not bag]
    if slots is None:
        return call.lowering.opened.mark(kept(without_rows(call.input, call.span), others, call.span))
    made = {prefix + key: _assign(call, bag, key, prefix + key, kind) for key, kind in sorted(slots.items())}
    assigns = []
    for column in call.input.columns:
        if column.name in made and (column is bag or conflict == "replace_source"):
            assigns.append(made.pop(column.name))
        elif column is not bag:
            _no_conflict(call, column, column.name in made)
            made.pop(column.name, None)
            assigns.append(Assign(column, column))
    return call.lowering.opened.mark(Project(call.input, (*assigns, *made.values()), call.span))


def _conflict(call: PluginCall) -> str:
    conflict = call.text("columnsConflict", "error")
    if conflict not in _CONFLICTS:
        raise QueryError(f"columnsConflict is {', '.join(_CONFLICTS)}", span=call.at("columnsConflict"))
    return conflict


def _no_conflict(call: PluginCall, column: Column, meets: bool) -> None:
    if meets and _conflict(call) == "error":
        what = f"bag_unpack gives a column {column.name}, and there is one already"
        raise QueryError(what, span=call.span, hint="add columnsConflict='replace_source' or 'keep_source'")


def _ignored(call: PluginCall) -> set[str]:
    given = call.constant("ignoredProperties", Type.DYNAMIC)
    names = [] if given is None else json.loads(str(given.value))
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise QueryError("ignoredProperties is an array of names", span=call.at("ignoredProperties"))
    return set(names)


def _slots(call: PluginCall, bag: Column) -> Mapping[str, Type] | None:
    """Property -> the type of its column; None when no rows are at hand."""
    discover = call.lowering.opened.discover
    ignored = _ignored(call)
    if discover is None:
        return None
    slot = new_column("slot", Type.STRING)
    each = Call("kusto.bag_slots", (bag,), Type.MULTI, call.span)
    bags = Project(call.input, (Assign(bag, bag),), call.span)
    slots = Expand(bags, (Assign(slot, each),), call.span, keep_empty=False)
    rows = discover(Aggregate(slots, (Assign(new_column("slot", Type.STRING), slot),), (), call.span))
    kinds: dict[str, set[str]] = {}
    for (text,) in rows:
        kind, _, key = str(text).partition(":")
        if key not in ignored:
            kinds.setdefault(key, set()).add(kind)
    return {key: _type(found) for key, found in kinds.items()}


def _type(kinds: set[str]) -> Type:
    """The one type of a property's values, dynamic when they have several, or none but null."""
    held = {_HELD[kind] for kind in kinds - {"NULL"}}
    return held.pop() if len(held) == 1 else Type.DYNAMIC


def _slot(bag: Column, key: str) -> Call:
    pointer = "/" + key.replace("~", "~0").replace("/", "~1")
    return Call("kusto.slot", (bag, Literal(pointer, Type.STRING)), Type.DYNAMIC)


def _assign(call: PluginCall, bag: Column, key: str, name: str, type: Type) -> Assign:
    slot = _slot(bag, key)
    return Assign(new_column(name, type), _typed(call, slot, type))


def _typed(call: PluginCall, slot: Value, type: Type) -> Value:
    """A property as a value of a type; null (an empty string) where a bag has none."""
    match type:
        case Type.DYNAMIC:
            return slot
        case Type.STRING:
            return to.to_text(slot)
        case Type.INT | Type.LONG | Type.REAL:
            return to.to_number(slot, type, call.span)
        case Type.BOOL:
            return to.to_bool(slot, call.span)
        case Type.DATETIME:
            return to.to_datetime(slot, call.span)
        case Type.TIMESPAN:
            return to.to_timespan(to.to_text(slot), call.span)
        case Type.GUID:
            return to.to_guid(to.to_text(slot), call.span)
        case _:
            raise Unsupported(f"KQL bag_unpack to a column of {type.value}", span=call.span)


# --- with an output schema


def _with_schema(
    call: PluginCall, schema: OutputSchema, bag: Column, prefix: str, slots: Mapping[str, Type] | None
) -> Relation:
    """Exactly the columns of the schema, after those of the input where it begins with a star."""
    input = call.input if slots is not None else without_rows(call.input, call.span)
    sources = {column.name: column for column in call.input.columns if column is not bag}
    assigns = [Assign(column, column) for column in sources.values()] if schema.star else []
    for name, type_ in schema.columns:
        source = sources.get(name)
        if source is not None and schema.star:
            raise Unsupported("KQL bag_unpack with a schema of * and a column of it", span=schema.span)
        key = name.removeprefix(prefix)
        meets = slots is not None and name.startswith(prefix) and key in slots
        if source is not None and _conflict(call) != "keep_source":
            _no_conflict(call, source, meets)
        if source is not None and (not meets or _conflict(call) == "keep_source"):
            assigns.append(_source(call, source, type_))
            continue
        if not name.startswith(prefix):
            raise Unsupported("KQL bag_unpack with a schema that has not its prefix", span=schema.span)
        assigns.append(Assign(new_column(name, type_), _typed(call, _slot(bag, key), type_)))
    if not assigns:
        raise QueryError("an output schema names a column", span=schema.span)
    return Project(input, tuple(assigns), call.span)


def _source(call: PluginCall, column: Column, type: Type) -> Assign:
    if column.type is not type:
        what = f"KQL bag_unpack with {column.name} of {column.type.value} as {type.value}"
        raise Unsupported(what, span=call.span)
    return Assign(column, column)


SHAPES = (
    PluginRow(
        "bag_unpack",
        ("Column", "OutputColumnPrefix", "columnsConflict", "ignoredProperties"),
        _bag_unpack,
        schema=True,
    ),
    PIVOT,
)
