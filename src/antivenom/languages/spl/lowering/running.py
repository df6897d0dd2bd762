"""accum, autoregress, delta, trendline and rangemap -> plan: a result beside those before it (pages of these names)."""

from __future__ import annotations

import itertools

from antivenom.errors import Unsupported
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.syntax import Name
from antivenom.languages.spl.syntax_reports import Accum, Autoregress, Delta, RangeMap, TrendLine
from antivenom.languages.spl.values.conversions import alike, null, number
from antivenom.plan.relations import Measure, Walk, Window
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span


def accum(command: Accum, scope: Scope) -> Scope:
    """The sum of the numbers so far, in results that have one; others keep what they had."""
    value = _number(command.name, scope)
    if value is None:
        return scope
    total = new_column(command.target, Type.REAL)
    told = Literal('{"kind": "sum", "period": 0}', Type.STRING)
    walked = Walk(scope.relation, (Measure(total, Call("splunk.trend", (told, value), Type.REAL)),), command.span)
    return _set(scope.keep(walked), command.target, value, total, command.span)


def autoregress(command: Autoregress, scope: Scope) -> Scope:
    """The values of a field in results before this one."""
    column = scope.fields.get(command.name.text)
    if column is None:
        return scope
    made = {target: new_column(target, column.type) for _, target in command.targets}
    measures = tuple(
        Measure(made[target], Call("splunk.lag", (column, Literal(step, Type.LONG)), column.type))
        for step, target in command.targets
    )
    over = scope.keep(Window(scope.relation, (), measures, True, command.span))
    return over.assign(dict(made), command.span)


def delta(command: Delta, scope: Scope) -> Scope:
    """The difference of a number and that of an earlier result; missing where either is missing."""
    value = _number(command.name, scope)
    if value is None:
        return scope
    before = new_column("before", Type.REAL)
    lag = Call("splunk.lag", (value, Literal(command.back, Type.LONG)), Type.REAL)
    over = scope.keep(Window(scope.relation, (), (Measure(before, lag),), True, command.span))
    difference = call("number.subtract", value, before, type=Type.REAL, span=command.span)
    return over.assign({command.target: difference}, command.span)


def trendline(command: TrendLine, scope: Scope) -> Scope:
    """Moving averages of the last numbers, from the first result on that has as many behind it."""
    made: dict[str, Value] = {}
    measures: list[Measure] = []
    for trend in command.trends:
        value = _number(trend.name, scope)
        if value is None:
            continue
        column = new_column(trend.target, Type.REAL)
        told = f'{{"kind": "{trend.kind}", "period": {trend.period}}}'
        measures.append(
            Measure(column, Call("splunk.trend", (Literal(told, Type.STRING), value), Type.REAL, command.span))
        )
        made[trend.target] = column
    if not measures:
        return scope
    return scope.keep(Walk(scope.relation, tuple(measures), command.span)).assign(made, command.span)


def rangemap(command: RangeMap, scope: Scope) -> Scope:
    """The names of the ranges a number lies in, several where they overlap; else the default."""
    column = scope.fields.get(command.name.text, null(Type.STRING, command.name.span))
    if column.type is Type.MULTI:
        raise Unsupported("SPL rangemap of a multivalue field", span=command.name.span)
    value = number(column, command.name.span)
    parts: list[Value] = []
    for name, low, high in command.ranges:
        inside = (
            call("compare.ge", value, Literal(low, Type.REAL), type=Type.BOOL),
            call("compare.le", value, Literal(high, Type.REAL), type=Type.BOOL),
        )
        label = Literal(name, Type.STRING)
        parts.append(Call("case.when", (Call("bool.and", inside, Type.BOOL), label, null(Type.STRING)), Type.STRING))
    default = Literal(command.default, Type.STRING, command.span)
    if not _overlap(command.ranges):
        made = Call("null.coalesce", (*parts, default), Type.STRING, command.span)
    else:
        made = Call("splunk.known_or", (default, *parts), Type.MULTI, command.span)
    return scope.assign({"range": made}, command.span)


def _overlap(ranges: tuple[tuple[str, float, float], ...]) -> bool:
    ordered = sorted((low, high) for _, low, high in ranges)
    return any(high >= low for (_, high), (low, _) in itertools.pairwise(ordered))


def _number(name: Name, scope: Scope) -> Value | None:
    column = scope.fields.get(name.text)
    if column is None:
        return None
    if column.type is Type.MULTI:
        raise Unsupported("SPL running figures of a multivalue field", span=name.span)
    return number(column, name.span)


def _set(scope: Scope, target: str, value: Value, made: Column, span: Span) -> Scope:
    """The field set where the value is a number."""
    old = scope.fields.get(target)
    (new, kept), type = alike([made, old if old is not None else null(Type.REAL)], span)
    known = call("null.is_not_null", value, type=Type.BOOL)
    return scope.assign({target: Call("case.when", (known, new, kept), type)}, span)
