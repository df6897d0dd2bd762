"""top, rare and contingency -> plan: how often values and pairs of them are met (pages of these names)."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.series import MOST_COLUMNS
from antivenom.languages.spl.lowering.stats import having, natural_order
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.syntax import Name
from antivenom.languages.spl.syntax_reports import Contingency, Top
from antivenom.languages.spl.values.conversions import null, rounded_text, text_of
from antivenom.plan.open_schemas import Discover, without_rows
from antivenom.plan.relations import Aggregate, Assign, FirstPer, Limit, Measure, Project, SortKey, Union, Window
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column

_EMPTY = "EMPTY_STR"
"""What an empty text is called (contingency, Empty values)."""


def top(command: Top, scope: Scope) -> Scope:
    """`top` and `rare`: the combinations of values that are met most or least often, for each group."""
    pairs = [(name, _value(name, scope)) for name in (*command.by, *command.names)]
    names = [name.text for name, _ in pairs] + [n for n in (command.count_field, command.percent_field) if n]
    if len(set(names)) < len(names):
        raise QueryError(f"two fields of {_name(command)} have one name", span=command.span)
    kept = having(scope, pairs, command.span)
    keys = tuple(Assign(new_column(name.text, value.type), value) for name, value in pairs)
    count = new_column("count", Type.REAL)
    counted = Aggregate(kept.relation, keys, (Measure(count, Call("splunk.count", (), Type.REAL)),), command.span)
    groups = tuple(key.column for key in keys[: len(command.by)])
    total = new_column("total", Type.REAL)
    summed = Window(counted, groups, (Measure(total, Call("aggregate.sum", (count,), Type.REAL)),), False, command.span)
    values = [key.column for key in keys[len(command.by) :]]
    made = Scope(summed, {key.column.name: key.column for key in keys})
    made = made.sort(_order(command, list(groups), count, values), command.span)
    return _limited(command, made, groups, values, count, total)


def _name(command: Top) -> str:
    return "rare" if command.rare else "top"


def _value(name: Name, scope: Scope) -> Value:
    if name.wild:
        raise Unsupported("SPL wildcard in top or rare", span=name.span)
    value: Value = scope.fields.get(name.text, null(Type.STRING, name.span))
    if value.type is Type.MULTI:
        raise Unsupported("SPL top or rare of a multivalue field", span=name.span, hint="use mvexpand before it")
    return value


def _order(command: Top, groups: list[Column], count: Column, values: list[Column]) -> tuple[SortKey, ...]:
    """By group, then by count; of equal counts top gives the last value by its characters first."""
    descending = not command.rare
    ties = tuple(SortKey(text_of(value, None), descending, False) for value in values)
    return (*natural_order(groups), SortKey(count, descending, False), *ties)


def _limited(
    command: Top, made: Scope, groups: tuple[Column, ...], values: list[Column], count: Column, total: Column
) -> Scope:
    span = command.span
    if command.other is not None and command.limit:
        return _with_others(command, made, groups, values, count, total)
    if command.limit and groups:
        made = made.keep(FirstPer(made.relation, groups, command.limit, span))
    elif command.limit:
        made = made.keep(Limit(made.relation, command.limit, span))
    return made.select({**made.fields, **_figures(command, count, total)}, span)


def _figures(command: Top, count: Value, total: Value) -> dict[str, Value]:
    """The count and the percentage, with six decimals as the page prints it."""
    found: dict[str, Value] = {}
    if command.count_field is not None:
        found[command.count_field] = count
    if command.percent_field is not None:
        hundred = call("number.multiply", count, Literal(100.0, Type.REAL), type=Type.REAL)
        percent = call("splunk.divide", hundred, total, type=Type.REAL)
        found[command.percent_field] = rounded_text(percent, 6, command.span)
    return found


def _with_others(
    command: Top, made: Scope, groups: tuple[Column, ...], values: list[Column], count: Column, total: Column
) -> Scope:
    """The first results of each group, and one for the rest of them."""
    span = command.span
    rank = new_column("rank", Type.LONG)
    ranked = Window(made.relation, groups, (Measure(rank, Call("aggregate.count", (), Type.LONG)),), True, span)
    limit = Literal(command.limit, Type.LONG)
    scope = made.keep(ranked)
    first = scope.filter(call("compare.le", rank, limit, type=Type.BOOL), span)
    rest = scope.filter(call("compare.gt", rank, limit, type=Type.BOOL), span)
    keys = tuple(Assign(new_column(column.name, column.type), column) for column in groups)
    sums = (new_column("count", Type.REAL), new_column("total", Type.REAL), new_column("rank", Type.LONG))
    calls = (
        Call("aggregate.sum", (count,), Type.REAL),
        Call("aggregate.max", (total,), Type.REAL),
        Call("aggregate.max", (rank,), Type.LONG),
    )
    measures = tuple(Measure(c, one) for c, one in zip(sums, calls, strict=True))
    others = Aggregate(rest.relation, keys, measures, span)
    some = Scope(others, {}).filter(call("null.is_not_null", sums[0], type=Type.BOOL), span)
    label = Literal(command.other, Type.STRING, span)
    columns = [new_column(c.name, c.type) for c in groups]
    columns += [new_column(c.name, Type.STRING) for c in values]
    columns += [new_column(c.name, c.type) for c in sums]
    takes: tuple[tuple[Value, ...], ...] = (
        (*groups, *(text_of(value, span) for value in values), count, total, rank),
        (*(key.column for key in keys), *(label for _ in values), *sums),
    )
    union = Union((first.relation, some.relation), tuple(columns), takes, span)
    fields = {c.name: c for c in columns[: len(groups) + len(values)]}
    order = (*natural_order(columns[: len(groups)]), SortKey(columns[-1], False, False))
    ordered = Scope(union, fields).sort(order, span)
    return ordered.select({**fields, **_figures(command, columns[-3], columns[-2])}, span)


# --- contingency


def contingency(command: Contingency, scope: Scope, world: World) -> Scope:
    """How often each value of one field stands beside each value of another, with totals."""
    pairs = [(name, _value(name, scope)) for name in (command.row, command.column)]
    kept = having(scope, pairs, command.span)
    labels = [_labelled(value) for _, value in pairs]
    if world.discover is None:
        key = new_column(command.row.text, Type.STRING)
        both = (Assign(key, labels[0]), Assign(new_column("column", Type.STRING), labels[1]))
        return Scope(without_rows(Project(kept.relation, both, command.span), command.span), {key.name: key})
    rows = _most_met(kept, labels[0], command.most_rows, world.discover)
    columns = _most_met(kept, labels[1], min(command.most_columns, MOST_COLUMNS), world.discover)
    names = [command.row.text, *columns, *([command.total] if command.total is not None else [])]
    if len(set(names)) < len(names):
        raise Unsupported("SPL contingency with two columns of one name", span=command.span)
    among = [_among(label, values) for label, values in zip(labels, (rows, columns), strict=True)]
    kept = kept.filter(Call("bool.and", tuple(among), Type.BOOL), command.span)
    return _table(command, kept, labels, columns)


def _labelled(value: Value) -> Value:
    text = text_of(value, None)
    empty = call("compare.eq", text, Literal("", Type.STRING), type=Type.BOOL)
    return Call("case.when", (empty, Literal(_EMPTY, Type.STRING), text), Type.STRING)


def _most_met(scope: Scope, label: Value, most: int, discover: Discover) -> list[str]:
    """The values that are met most often, the most frequent first."""
    key, count = new_column("value", Type.STRING), new_column("count", Type.REAL)
    measure = Measure(count, Call("splunk.count", (), Type.REAL))
    found = discover(Aggregate(scope.relation, (Assign(key, label),), (measure,)))
    ordered = sorted(((float(number), str(value)) for value, number in found), key=lambda one: (-one[0], one[1]))
    return [value for _, value in ordered[:most]]


def _among(label: Value, values: list[str]) -> Value:
    tests = tuple(call("compare.eq", label, Literal(value, Type.STRING), type=Type.BOOL) for value in values)
    return Call("bool.or", tests, Type.BOOL) if tests else Literal(False, Type.BOOL)


def _table(command: Contingency, scope: Scope, labels: list[Value], columns: list[str]) -> Scope:
    cells = [call("compare.eq", labels[1], Literal(value, Type.STRING), type=Type.BOOL) for value in columns]
    key = new_column(command.row.text, Type.STRING)
    parts = [_counted(scope, (Assign(key, labels[0]),), cells, command)]
    if command.total is not None:
        parts.append(_counted(scope, (), cells, command))
    names = [command.row.text, *columns, "total", "last"]
    types = [Type.STRING, *(Type.REAL for _ in columns), Type.REAL, Type.LONG]
    made = tuple(new_column(name, type) for name, type in zip(names, types, strict=True))
    takes = []
    for last, part in enumerate(parts):
        label: Value = key if not last else Literal(command.total, Type.STRING)
        takes.append((label, *part.columns[1 - last :], Literal(last, Type.LONG)))
    union = Union(tuple(parts), made, tuple(takes), command.span)
    order = (SortKey(made[-1], False, False), SortKey(made[-2], True, False), SortKey(made[0], False, False))
    fields: dict[str, Value] = {column.name: column for column in made[:-2]}
    if command.total is not None:
        fields[command.total] = made[-2]
    return Scope(union, {}).sort(order, command.span).select(fields, command.span)


def _counted(scope: Scope, keys: tuple[Assign, ...], cells: list[Call], command: Contingency) -> Aggregate:
    measures = [Measure(new_column("cell", Type.REAL), Call("splunk.count_true", (cell,), Type.REAL)) for cell in cells]
    total = Measure(new_column("total", Type.REAL), Call("splunk.count", (), Type.REAL))
    return Aggregate(scope.relation, keys, (*measures, total), command.span)
