"""pivot: the values of one column become columns, each an aggregate over the rows that have the value.

Column order is not promised by Kusto: values come in the order of the rows.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.aggregates import AGGREGATES, json_or_null, measure
from antivenom.languages.kql.functions.table import Args
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.open_schema import kept
from antivenom.languages.kql.plugins.calls import PluginCall, PluginRow
from antivenom.languages.kql.syntax import Expression, FunctionCall, Name, OutputSchema
from antivenom.languages.kql.values import comparisons
from antivenom.plan.open_schemas import without_rows
from antivenom.plan.relations import Aggregate, Assign, Measure, Project, Relation, fresh
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column

_IFS = {
    "count": "countif",
    "sum": "sumif",
    "dcount": "dcountif",
    "min": "minif",
    "max": "maxif",
    "take_any": "take_anyif",
    "any": "anyif",
    "avg": "avgif",
    "stdev": "stdevif",
    "variance": "varianceif",
    "make_list": "make_list_if",
    "make_set": "make_set_if",
    "make_bag": "make_bag_if",
}
"""The aggregates a pivot may have, and their forms with a condition."""
_OVER_NOTHING = frozenset("count sum dcount min max take_any any".split())
"""Those whose value in a cell without rows is known: 0, or nothing."""
_MOST_COLUMNS = 1000


@dataclass(frozen=True, slots=True)
class _Cells:
    """The aggregate of every cell: its name and its arguments, and the rows they read."""

    name: str
    values: list[Value]
    call: FunctionCall
    rows: Relation


def _pivot(call: PluginCall) -> Relation:
    turned = call.column("pivotColumn")
    cells = _cells(call)
    keys = _keys(call, turned, cells)
    discover = call.lowering.opened.discover
    if discover is None:
        input = without_rows(call.input, call.span)
        if call.node.schema is not None:
            return _typed_nulls(call, input, call.node.schema, keys)
        return call.lowering.opened.mark(kept(input, keys, call.span))
    found = _values(call, turned, discover(_distinct(call, turned)))
    made = _turned(call, turned, cells, keys, found)
    return made if call.node.schema is None else _checked(call, made, call.node.schema)


def _cells(call: PluginCall) -> _Cells:
    span = call.span
    given = call.args.get("aggregationFunction", FunctionCall("count", (), span, span))
    if not isinstance(given, FunctionCall):
        raise QueryError("pivot takes an aggregate as its second argument", span=given.span, hint="such as sum(x)")
    if given.name not in _IFS:
        if given.name in AGGREGATES:
            raise Unsupported(f"KQL pivot with {given.name}", span=given.span)
        raise QueryError(f"pivot takes no aggregate {given.name}", span=given.name_span, hint=", ".join(_IFS))
    row = Row(call.input)
    values = Values(call.lowering, call.scope.with_columns(call.input.columns), row)
    return _Cells(given.name, [values.value(arg) for arg in given.args], given, row.relation)


def _keys(call: PluginCall, turned: Column, cells: _Cells) -> list[Column]:
    used = {turned.id} | {column.id for arg in cells.call.args for column in _named(call, arg)}
    keys = call.columns(call.rest)
    if any(key.id == turned.id for key in keys):
        raise Unsupported("KQL pivot that also shows the turned column", span=call.span)
    if not call.rest:
        keys = [column for column in call.input.columns if column.id not in used]
    return keys


def _named(call: PluginCall, arg: Expression) -> list[Column]:
    """The column an aggregate is of, which is no key; other expressions leave the keys unsure."""
    if isinstance(arg, Name):
        return [column for column in call.input.columns if column.name == arg.name]
    if not call.rest:
        raise Unsupported("KQL pivot of an expression without the columns to show", span=arg.span)
    return []


def _distinct(call: PluginCall, turned: Column) -> Relation:
    """The values of the turned column as one array in the order of the rows, and how many rows have none."""
    values = Call("kusto.set", (json_or_null(turned),), Type.DYNAMIC, call.span)
    missing: Value = Call("null.is_null", (turned,), Type.BOOL)
    if turned.type is Type.STRING:
        missing = Call("compare.eq", (turned, Literal("", Type.STRING)), Type.BOOL)
    none = Call("kusto.count_if", (missing,), Type.LONG)
    measures = (Measure(new_column("values", Type.DYNAMIC), values), Measure(new_column("none", Type.LONG), none))
    return Aggregate(call.input, (), measures, call.span)


def _values(call: PluginCall, turned: Column, rows: Sequence[tuple[object, ...]]) -> list[Literal]:
    if turned.type not in (Type.STRING, Type.LONG, Type.INT):
        raise Unsupported(f"KQL pivot of a column of {turned.type.value}", span=call.at("pivotColumn"))
    ((array, missing),) = rows
    if missing:
        raise Unsupported("KQL pivot of a column with an empty value", span=call.at("pivotColumn"))
    found = json.loads(str(array))
    if len(found) > _MOST_COLUMNS:
        raise Unsupported(f"KQL pivot of more than {_MOST_COLUMNS:,} values", span=call.at("pivotColumn"))
    return [Literal(value, turned.type) for value in found]


def _turned(call: PluginCall, turned: Column, cells: _Cells, keys: list[Column], found: list[Literal]) -> Relation:
    names = [column.name for column in keys] + [str(value.value) for value in found]
    if len(set(names)) < len(names):
        raise Unsupported("KQL pivot whose new column is named as another", span=call.span)
    for key in keys:
        if key.type is Type.DYNAMIC:
            raise Unsupported("KQL pivot with a dynamic column beside it", span=call.span, hint="use tostring(...)")
    shown = fresh(keys)
    measures, outputs = [], [Assign(assign.column, assign.column) for assign in shown]
    for value in found:
        condition = comparisons.compare("==", turned, value, call.span)
        cell, more = _cell(cells, condition, str(value.value))
        measures += more
        outputs.append(cell)
    made = Aggregate(cells.rows, shown, tuple(measures), call.span)
    if not keys and not measures:
        raise Unsupported("KQL pivot that gives no column", span=call.span)
    return call.lowering.opened.mark(Project(made, tuple(outputs), call.span))


def _cell(cells: _Cells, condition: Value, name: str) -> tuple[Assign, list[Measure]]:
    """One cell, and the measures it is made of."""
    call = cells.call
    values, spans = list(cells.values), [arg.span for arg in call.args]
    at = 1 if cells.values else 0
    values.insert(at, condition)
    spans.insert(at, call.span)
    made = measure(Args(_IFS[cells.name], values, spans, call.span))
    column = new_column(name, made.type)
    return Assign(column, column), [Measure(column, made)]


# --- with an output schema


def _typed_nulls(call: PluginCall, input: Relation, schema: OutputSchema, keys: list[Column]) -> Relation:
    """The columns of the schema before any row is there."""
    sources = {column.name: column for column in keys}
    assigns = []
    for name, type_ in schema.columns:
        source = sources.get(name)
        nothing = Literal("" if type_ is Type.STRING else None, type_)
        assigns.append(Assign(source, source) if source else Assign(new_column(name, type_), nothing))
    if schema.star:
        raise Unsupported("KQL pivot with a schema of *", span=schema.span)
    return Project(input, tuple(assigns), call.span)


def _checked(call: PluginCall, made: Relation, schema: OutputSchema) -> Relation:
    """The columns in the order of the schema, which must be those that the rows give."""
    if schema.star:
        raise Unsupported("KQL pivot with a schema of *", span=schema.span)
    given = {(column.name, column.type): column for column in made.columns}
    if set(given) != set(schema.columns):
        shown = ", ".join(f"{column.name}: {column.type.value}" for column in made.columns)
        raise QueryError("the rows give other columns than the output schema", span=schema.span, hint=shown)
    return Project(made, tuple(Assign(given[key], given[key]) for key in schema.columns), call.span)


PIVOT = PluginRow("pivot", ("pivotColumn", "aggregationFunction"), _pivot, more=True, schema=True)
