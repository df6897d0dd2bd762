"""chart and timechart -> plan: a row for each value of a field or each span of time, a column for each series.

Search Reference, chart and timechart. Which columns there are is asked of the rows while the query is compiled.
"""

from __future__ import annotations

from dataclasses import replace

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.lowering import aggregates, series
from antivenom.languages.spl.lowering.aggregates import PER, Made, columns_for, finished, measured
from antivenom.languages.spl.lowering.axes import Axis, few_numbers, time_axis, value_axis, with_column
from antivenom.languages.spl.lowering.bins import TIME, binned
from antivenom.languages.spl.lowering.expressions import Lowerer
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.series import Series
from antivenom.languages.spl.lowering.stats import apart, grouped
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.syntax import Name, StatsTerm
from antivenom.languages.spl.syntax_reports import Chart
from antivenom.languages.spl.values.conversions import null, number, rounded_text
from antivenom.plan.open_schemas import Discover, without_rows
from antivenom.plan.relations import Aggregate, Assign, Join, JoinKind, Measure, Relation, Values
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column


def chart(command: Chart, scope: Scope, world: World) -> Scope:
    """The results of chart or timechart."""
    _refuse_reuse(command)
    for name in (command.over, command.by):
        if name is not None:
            scope = apart(scope, name.text, dedup=command.dedup_by, span=command.span)
    if not command.timed and command.over is None:
        return grouped(scope, [], _results(command, scope, None), command.span, command.span)
    if world.discover is None:
        return _open(command, scope)
    return _charted(command, scope, world.discover)


def _name(command: Chart) -> str:
    return "timechart" if command.timed else "chart"


def _refuse_reuse(command: Chart) -> None:
    """A field cannot be both counted and one of those the results are split by (chart and timechart, Usage)."""
    split = {name.text for name in (command.over, command.by) if name is not None}
    for term in command.terms:
        if isinstance(term.argument, Name) and term.argument.text in split:
            raise QueryError(
                f"{term.argument.text} is also what the results are split by",
                span=term.span,
                hint="copy it to another field with eval",
            )


def _open(command: Chart, scope: Scope) -> Scope:
    """Before rows are at hand: what is read, and the field of the rows."""
    name = command.over.text if command.over is not None else TIME
    values: list[Value] = [scope.fields.get(name, null(Type.STRING, command.span))]
    if command.by is not None:
        values.append(scope.fields.get(command.by.text, null(Type.STRING, command.span)))
    keys = tuple(Assign(new_column(name, value.type), value) for value in values)
    results = _results(command, scope, 1.0)
    measures = [
        Measure(column, m.call()) for one in results for column, m in zip(columns_for(one), one.measures, strict=True)
    ]
    made = without_rows(Aggregate(scope.relation, keys, tuple(measures), command.span), command.span)
    return Scope(made, {name: keys[0].column})


def _charted(command: Chart, scope: Scope, discover: Discover) -> Scope:
    axis = time_axis(command, scope, discover) if command.timed else value_axis(command, scope, discover)
    results = _results(command, axis.scope, axis.seconds)
    kept = axis.scope.filter(call("null.is_not_null", axis.column, type=Type.BOOL), command.span)
    axis = replace(axis, scope=kept)
    if command.by is None:
        return _laid_out(command, axis, [(one, one.name) for one in results])
    scope, split = _split(command, axis.scope)
    axis = replace(axis, scope=scope)
    found = series.chosen(command, scope, axis.column, split, results, discover)
    named = series.names(command, [one.name for one in results], found, axis.column.name)
    conditions = [one.condition for one in found]
    if not (command.use_other and command.use_null):
        any_of = Call("bool.or", tuple(conditions), Type.BOOL) if conditions else Literal(False, Type.BOOL)
        axis = replace(axis, scope=axis.scope.filter(any_of, command.span))
    cells = [
        (_in_series(one, column), name)
        for one, names in zip(results, named, strict=True)
        for column, name in zip(found, names, strict=True)
    ]
    return _laid_out(command, axis, cells)


def _split(command: Chart, scope: Scope) -> tuple[Scope, Column]:
    """The field that makes the columns, in bins if it is asked for."""
    assert command.by is not None
    known = scope.fields.get(command.by.text)
    if known is None:
        return with_column(scope, command.by.text, null(Type.STRING), command.span)
    if command.by.text == TIME:
        raise Unsupported(f"SPL {_name(command)} with a column for each _time", span=command.by.span)
    if not command.by_bins.said:
        return scope, known
    scope, value = binned(command.by, known, command.by_bins, scope, command.span)
    return with_column(scope, command.by.text, value, command.span)


def _in_series(one: Made, column: Series) -> Made:
    return replace(one, measures=tuple(m.only_where(column.condition) for m in one.measures))


def _laid_out(command: Chart, axis: Axis, cells: list[tuple[Made, str]]) -> Scope:
    """One aggregate of every cell of a row, the rows that have none put in, and the columns in their order."""
    key = new_column(axis.column.name, axis.column.type)
    columned = [(replace(one, name=name), columns_for(one)) for one, name in cells]
    measures = tuple(
        Measure(column, m.call()) for one, columns in columned for column, m in zip(columns, one.measures, strict=True)
    )
    relation: Relation = Aggregate(axis.scope.relation, (Assign(key, axis.column),), measures, command.span)
    scope = Scope(relation, {key.name: key})
    if axis.shown is None and not command.over_bins.said:
        scope = few_numbers(axis, key, scope, series.MOST_NUMBERS[_name(command)], command.span)
    scope, key, columned = _with_every_row(command, axis, scope, key, columned)
    scope = scope.sort(axis.order(key), command.span)
    values = finished(columned, {key.name: key}, _name(command))
    return scope.select({key.name: key, **values}, command.span)


_Columned = list[tuple[Made, tuple[Column, ...]]]


def _with_every_row(
    command: Chart, axis: Axis, scope: Scope, key: Column, columned: _Columned
) -> tuple[Scope, Column, _Columned]:
    """The rows that are shown, those without a result among them: nothing counted is 0, the rest is missing."""
    if axis.shown is None:
        return scope, key, columned
    start = new_column(key.name, key.type)
    rows = Values(tuple((value,) for value in axis.shown), (start,), command.span)
    assigns = [Assign(new_column(key.name, key.type), start)]
    made: _Columned = []
    for one, columns in columned:
        fresh = []
        for measure, column in zip(one.measures, columns, strict=True):
            value: Value = column
            if measure.counts:
                value = call("null.coalesce", column, Literal(0.0, Type.REAL), type=Type.REAL)
            assigns.append(Assign(new_column(column.name, column.type), value))
            fresh.append(assigns[-1].column)
        made.append((one, tuple(fresh)))
    joined = Join(rows, scope.relation, JoinKind.LEFT_OUTER, ((start, key),), tuple(assigns), command.span)
    return Scope(joined, {}), assigns[0].column, made


# --- functions


def _results(command: Chart, scope: Scope, seconds: float | None) -> list[Made]:
    split = frozenset(name.text for name in (command.over, command.by) if name is not None)
    found: list[Made] = []
    for term in command.terms:
        if command.timed and term.function in PER:
            found.append(_per(term, scope, seconds))
        else:
            found += aggregates.made((term,), scope, _name(command), split)
    return found


def _per(term: StatsTerm, scope: Scope, seconds: float | None) -> Made:
    """per_hour(x): the sum for each hour of a span, with six decimals as the page prints it."""
    if term.argument is None:
        raise QueryError(f"{term.function} needs a field", span=term.span)
    if seconds is None:
        raise Unsupported(f"SPL {term.function} over spans of months", span=term.span)
    if isinstance(term.argument, Name):
        value: Value = scope.fields.get(term.argument.text, null(Type.STRING, term.span))
    else:
        value = Lowerer(scope.fields).value(term.argument)
    if value.type is Type.BOOL:
        value = Call("case.when", (value, Literal(1.0, Type.REAL), null(Type.REAL)), Type.REAL)
    one = measured("sum", number(value, term.span), scope, term.span, "timechart")
    unit = Literal(PER[term.function], Type.REAL)
    length = Literal(seconds, Type.REAL)

    def finish(columns: tuple[Column, ...]) -> Value:
        per = call("number.multiply", columns[0], unit, type=Type.REAL)
        return rounded_text(call("splunk.divide", per, length, type=Type.REAL), 6, term.span)

    return Made(term.name, (one,), finish, term.span)
