"""head and dedup -> plan: which results stay."""

from __future__ import annotations

from antivenom.errors import Unsupported
from antivenom.languages.spl.lowering.expressions import Lowerer
from antivenom.languages.spl.lowering.ordering import sort_keys
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.syntax import Dedup, Head
from antivenom.languages.spl.values.conversions import alike, null
from antivenom.plan.relations import FirstPer, Limit, Measure, Window
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span


def head(command: Head, scope: Scope) -> Scope:
    """The first results, or those before a condition is no longer true."""
    if command.condition is not None:
        scope = _while(command, scope)
    return scope if command.count is None else scope.keep(Limit(scope.relation, command.count, command.span))


def _while(command: Head, scope: Scope) -> Scope:
    assert command.condition is not None
    held: Value = Lowerer(scope.fields).condition(command.condition)
    held = call("null.coalesce", held, Literal(command.null, Type.BOOL), type=Type.BOOL)
    failed = Call("case.when", (held, null(Type.REAL), Literal(1.0, Type.REAL)), Type.REAL)
    numbered = scope.assign({"\0failed": failed}, command.span)
    own = numbered.fields["\0failed"]
    before = new_column("failures", Type.LONG)
    counted = Window(numbered.relation, (), (
        Measure(before, Call("aggregate.count_value", (own,), Type.LONG)),
    ), True, command.span)  # fmt: skip
    kept = call("compare.eq", before, Literal(0, Type.LONG), type=Type.BOOL)
    if command.keep_last:
        last = (
            call("compare.eq", before, Literal(1, Type.LONG), type=Type.BOOL),
            call("null.is_not_null", own, type=Type.BOOL),
        )
        kept = Call("bool.or", (kept, Call("bool.and", last, Type.BOOL)), Type.BOOL)
    names = {name: column for name, column in numbered.fields.items() if name != "\0failed"}
    return Scope(counted, names).filter(kept, command.span).trimmed(command.span)


def dedup(command: Dedup, scope: Scope) -> Scope:
    """The first results of each combination; results without one of the fields go, or all stay (S10)."""
    if any(name.wild for name in command.names):
        raise Unsupported("SPL wildcard in dedup", span=command.span)
    if command.sort:
        scope = scope.sort(tuple(key for one in command.sort for key in sort_keys(one, scope)), command.span)
    keys: list[Value] = [scope.fields.get(n.text, null(Type.STRING, n.span)) for n in command.names]
    present = tuple(call("null.is_not_null", key, type=Type.BOOL) for key in keys)
    complete = present[0] if len(present) == 1 else Call("bool.and", present, Type.BOOL)
    if command.consecutive or command.keep_events:
        return _counted(command, scope, keys, complete)
    if not command.keep_empty:
        kept = scope.filter(complete, command.span)
        return kept.keep(FirstPer(kept.relation, tuple(keys), command.count, command.span))
    numbered, position = scope.numbered(command.span)
    own = Call("case.when", (complete, Literal(None, Type.LONG), position), Type.LONG)
    made = numbered.keep(FirstPer(numbered.relation, (*keys, own), command.count, command.span))
    return made.trimmed(command.span)


def _counted(command: Dedup, scope: Scope, keys: list[Value], complete: Value) -> Scope:
    """Each result with its number among those that are alike, or that are alike and follow one another."""
    if not command.keep_empty:
        scope = scope.filter(complete, command.span)
    groups = list(keys)
    if command.consecutive:
        scope, run = _runs(keys, scope, command.span)
        groups.append(run)
    place = new_column("place", Type.LONG)
    measure = Measure(place, Call("aggregate.count", (), Type.LONG))
    counted = scope.keep(Window(scope.relation, tuple(groups), (measure,), True, command.span))
    first: Value = call("compare.le", place, Literal(command.count, Type.LONG), type=Type.BOOL)
    if command.keep_empty:
        first = Call("bool.or", (first, call("bool.not", complete, type=Type.BOOL)), Type.BOOL)
    if not command.keep_events:
        return counted.filter(first, command.span).trimmed(command.span)
    values: dict[str, Value] = {}
    for name in command.names:
        column = scope.fields.get(name.text)
        if column is not None:
            (shown, nothing), type = alike([column, null(column.type)], command.span)
            values[name.text] = Call("case.when", (first, shown, nothing), type)
    return counted.assign(values, command.span)


def _runs(keys: list[Value], scope: Scope, span: Span) -> tuple[Scope, Column]:
    """A hidden number that is the same for alike results that follow each other: how many others were before."""
    everyone, own = new_column("seen", Type.LONG), new_column("seen_alike", Type.LONG)
    counted = Call("aggregate.count", (), Type.LONG)
    relation = Window(scope.relation, (), (Measure(everyone, counted),), True, span)
    relation = Window(relation, tuple(keys), (Measure(own, counted),), True, span)
    run = call("number.subtract", everyone, own, type=Type.LONG)
    made = Scope(relation, scope.fields).assign({"\0run": run}, span)
    column = made.fields["\0run"]
    return Scope(made.relation, {n: c for n, c in made.fields.items() if n != "\0run"}), column
