"""xyseries, transpose and makecontinuous -> plan: tables turned around, and rows put in (pages of these names)."""

from __future__ import annotations

from antivenom.errors import Unsupported
from antivenom.languages.spl.lowering import axes
from antivenom.languages.spl.lowering.bins import TIME, binned
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.series import MOST_COLUMNS, filled
from antivenom.languages.spl.lowering.stats import natural_order
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.syntax_reports import MakeContinuous, Transpose, XySeries
from antivenom.languages.spl.values.conversions import null, text_of
from antivenom.plan.open_schemas import Discover, without_rows
from antivenom.plan.relations import Aggregate, Assign, Join, JoinKind, Limit, Measure, Project, SortKey, Union, Values
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column

_MOST_CELLS = 100_000


def xyseries(command: XySeries, scope: Scope, world: World) -> Scope:
    """A row for each value of one field, a column for each value of another, filled from further fields."""
    fields = (command.row, command.column, *command.values)
    row, column, *values = [scope.fields.get(name.text, null(Type.STRING, name.span)) for name in fields]
    for name, value in zip(fields[:2], (row, column), strict=True):
        if value.type is Type.MULTI:
            raise Unsupported("SPL xyseries by a multivalue field", span=name.span)
    present = tuple(call("null.is_not_null", one, type=Type.BOOL) for one in (row, column))
    kept = scope.filter(Call("bool.and", present, Type.BOOL), command.span)
    key = new_column(command.row.text, row.type)
    if world.discover is None:
        read = (Assign(key, row), *(Assign(new_column("read", v.type), v) for v in (column, *values)))
        return Scope(without_rows(Project(kept.relation, read, command.span), command.span), {key.name: key})
    labels = _labels(command, kept, text_of(column, command.span), world.discover)
    names = [
        [label if len(values) == 1 else filled(command.format, name.text, label) for label in labels]
        for name in command.values
    ]
    every = [key.name, *(one for group in names for one in group)]
    if len(set(every)) < len(every):
        raise Unsupported("SPL xyseries with two columns of one name", span=command.span)
    measures = [
        _cell(name, label, text_of(column, None), value)
        for group, value in zip(names, values, strict=True)
        for name, label in zip(group, labels, strict=True)
    ]
    made = Aggregate(kept.relation, (Assign(key, row),), tuple(measures), command.span)
    shown = {key.name: key, **{measure.column.name: measure.column for measure in measures}}
    return Scope(made, shown).sort(natural_order([key]), command.span)


def _labels(command: XySeries, scope: Scope, label: Value, discover: Discover) -> list[str]:
    column = new_column("label", Type.STRING)
    found = sorted(str(value) for (value,) in discover(Aggregate(scope.relation, (Assign(column, label),), ())))
    if len(found) > MOST_COLUMNS:
        raise Unsupported(f"SPL xyseries with more than {MOST_COLUMNS:,} columns", span=command.span)
    if "" in found:
        raise Unsupported("SPL column for an empty text", span=command.column.span)
    return found


def _cell(name: str, label: str, column: Value, value: Value) -> Measure:
    here = call("compare.eq", column, Literal(label, Type.STRING), type=Type.BOOL)
    kept = Call("case.when", (here, value, null(value.type)), value.type)
    return Measure(new_column(name, value.type), Call("splunk.only", (kept,), value.type))


# --- transpose


def transpose(command: Transpose, scope: Scope, world: World) -> Scope:
    """A row for each field, a column for each of the first results."""
    header = scope.fields.get(command.header.text) if command.header is not None else None
    shown = {name: column for name, column in scope.fields.items() if column is not header}
    for name, column in shown.items():
        if column.type is Type.MULTI:
            raise Unsupported(f"SPL transpose of the multivalue field {name}", span=command.span)
    if world.discover is None:
        label = new_column(command.column_name, Type.STRING)
        opened = without_rows(scope.relation, command.span)
        made = Project(opened, (Assign(label, null(Type.STRING)),), command.span)
        return Scope(made, {label.name: label})
    first = scope.keep(Limit(scope.relation, command.most, command.span)) if command.most else scope
    names = _headers(command, first, header, world.discover)
    if len(names) * len(shown) > _MOST_CELLS:
        raise Unsupported(f"SPL transpose of more than {_MOST_CELLS:,} values", span=command.span)
    if len({*names, command.column_name}) < len(names) + 1:
        raise Unsupported("SPL transpose with two columns of one name", span=command.span)
    if not shown or not names:
        nothing = tuple(new_column(name, Type.STRING) for name in (command.column_name, *names))
        return Scope(Values((), nothing, command.span), {column.name: column for column in nothing})
    return _turned(command, first, shown, names)


def _headers(command: Transpose, scope: Scope, header: Column | None, discover: Discover) -> list[str]:
    """The names of the columns: "row 1" and so on, or the values of a field."""
    if command.header is None or header is None:
        count = new_column("count", Type.REAL)
        ((rows,),) = discover(Aggregate(scope.relation, (), (Measure(count, Call("splunk.count", (), Type.REAL)),)))
        _refuse_many(int(rows), command)
        return [f"row {at + 1}" for at in range(int(rows))]
    label = new_column("label", Type.STRING)
    found = discover(Project(scope.relation, (Assign(label, text_of(header, None)),)))
    _refuse_many(len(found), command)
    if any(value is None or value == "" for (value,) in found):
        raise Unsupported("SPL transpose with a result that lacks its header_field", span=command.span)
    return [str(value) for (value,) in found]


def _refuse_many(count: int, command: Transpose) -> None:
    if count > MOST_COLUMNS:
        raise Unsupported(f"SPL transpose of more than {MOST_COLUMNS:,} results", span=command.span)


def _turned(command: Transpose, scope: Scope, shown: dict[str, Column], names: list[str]) -> Scope:
    lists = [
        Measure(new_column(name, Type.MULTI), Call("splunk.list_rows", (text_of(column, None),), Type.MULTI))
        for name, column in shown.items()
    ]
    gathered = Aggregate(scope.relation, (), tuple(lists), command.span)
    columns = tuple(new_column(name, Type.STRING) for name in ("place", command.column_name, *names))
    columns = (new_column("place", Type.LONG), *columns[1:])
    takes: list[tuple[Value, ...]] = []
    for place, measure in enumerate(lists):
        cells = [
            call("splunk.mv_at", measure.column, Literal(float(at), Type.REAL), type=Type.STRING)
            for at in range(len(names))
        ]
        takes.append((Literal(place, Type.LONG), Literal(measure.column.name, Type.STRING), *cells))
    union = Union(tuple(gathered for _ in takes), columns, tuple(takes), command.span)
    fields = {column.name: column for column in columns[1:]}
    made = Scope(union, fields).sort((SortKey(columns[0], False, False),), command.span)
    if not command.include_empty:
        made = made.filter(_any_value(columns[2:]), command.span)
    return made.trimmed(command.span)


def _any_value(columns: tuple[Column, ...]) -> Value:
    tests = tuple(call("compare.ne", column, Literal("", Type.STRING), type=Type.BOOL) for column in columns)
    return Call("bool.or", tests, Type.BOOL)


# --- makecontinuous


def makecontinuous(command: MakeContinuous, scope: Scope, world: World) -> Scope:
    """Bins of a field's values, and a result for each bin between the first and the last that has none."""
    name = command.name.text
    column = scope.fields.get(name)
    if column is None:
        return scope
    scope, value = binned(command.name, column, command.bins, scope, command.span)
    scope = scope.assign({name: value}, command.span)
    key = scope.fields[name]
    if world.discover is None:
        return scope.keep(without_rows(scope.relation, command.span))
    shown = axes.between_ends(key, scope, command.bins, name == TIME, world.discover, command.span)
    if shown is None:
        raise Unsupported("SPL makecontinuous without a span, or of what has no value", span=command.span)
    start = new_column(name, key.type)
    rows = Values(tuple((one,) for one in shown), (start,), command.span)
    numbered, position = scope.numbered(command.span)
    values: dict[str, Value] = {**scope.fields, name: start}
    assigns = {n: Assign(new_column(n, v.type), v) for n, v in values.items()}
    place = Assign(new_column("position", Type.LONG), position)
    joined = Join(
        rows, numbered.relation, JoinKind.LEFT_OUTER, ((start, key),), (*assigns.values(), place), command.span
    )
    made = Scope(joined, {n: assign.column for n, assign in assigns.items()})
    axis = axes.Axis(made, made.fields[name], ranged=name != TIME)
    order = (*axis.order(made.fields[name]), SortKey(place.column, False, False))
    return made.sort(order, command.span).trimmed(command.span)
