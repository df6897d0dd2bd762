"""eventstats and streamstats -> plan: every result keeps its fields and gets the functions as new ones.

What one running or whole window says is a Window; the rest is walked through in the order of the results
(Search Reference, eventstats and streamstats).
"""

from __future__ import annotations

import json

from antivenom.errors import Unsupported
from antivenom.languages.spl.lowering import aggregates
from antivenom.languages.spl.lowering.aggregates import Draw, Made, Measured, columns_for
from antivenom.languages.spl.lowering.expressions import Lowerer
from antivenom.languages.spl.lowering.fields import expression_fields
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.syntax import Expression, Name, Stats
from antivenom.languages.spl.values.conversions import alike, null, text_of
from antivenom.plan.relations import Assign, Measure, Project, Walk, Window, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span

_OVER = {
    "splunk.count": "aggregate.count",
    "splunk.count_value": "aggregate.count_value",
    "splunk.sum": "aggregate.sum",
    "splunk.avg": "aggregate.avg",
    "aggregate.min": "aggregate.min",
    "aggregate.max": "aggregate.max",
}
_WHOLE = frozenset(f"splunk.{name}" for name in ("dc", "var", "varp", "stdev", "stdevp"))
"""Functions of eventstats that a window says of all results of a group, and not of those so far."""
_KINDS = {Type.REAL: "real", Type.STRING: "text", Type.MULTI: "multi"}


def streamed(stats: Stats, pairs: list[tuple[Name, Value]], scope: Scope, draw: Draw | None) -> Scope:
    """The results of eventstats or streamstats."""
    if any(value.type is Type.MULTI for _, value in pairs):
        raise Unsupported(f"SPL {stats.command} by a multivalue field", span=stats.span)
    results = list(aggregates.made(stats.terms, scope, stats.command, frozenset(name.text for name, _ in pairs), draw))
    if stats.all_numeric:
        results = aggregates.all_numeric(results, everywhere=stats.command == "eventstats")
    columned = [(one, columns_for(one)) for one in results]
    measures = [
        (measure, column) for one, columns in columned for measure, column in zip(one.measures, columns, strict=True)
    ]
    simple = [pair for pair in measures if _windowed(stats, pair[0]) is not None]
    over = _windows(stats, simple, pairs, scope)
    over = _walks(stats, [pair for pair in measures if pair not in simple], pairs, over)
    return over.assign(_values(stats, columned, pairs, scope), stats.span)


def _values(
    stats: Stats, columned: list[tuple[Made, tuple[Column, ...]]], pairs: list[tuple[Name, Value]], scope: Scope
) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for one, columns in columned:
        value = one.finish(columns)
        if isinstance(value, Column) and value.type is Type.REAL:
            value = call("cast.real", value, type=Type.REAL)
        found[one.name] = _where_keyed(pairs, value, scope.fields.get(one.name))
    return found


def _where_keyed(pairs: list[tuple[Name, Value]], value: Value, old: Column | None) -> Value:
    """The function for a result that has every by field; another keeps what it had."""
    if not pairs:
        return value
    (new, kept), type = alike([value, old if old is not None else null(value.type)], None)
    return Call("case.when", (_complete(pairs), new, kept), type)


def _complete(pairs: list[tuple[Name, Value]]) -> Value:
    present = tuple(call("null.is_not_null", key, type=Type.BOOL) for _, key in pairs)
    return present[0] if len(present) == 1 else Call("bool.and", present, Type.BOOL)


# --- what a window of SQL says


def _windowed(stats: Stats, measure: Measured) -> Call | None:
    """The aggregate of a window that says the same; None if none does."""
    bounded = stats.window or stats.seconds or not stats.current or stats.reset_before or stats.reset_after
    if bounded and stats.command == "streamstats":
        return None
    if measure.op == "splunk.count_true" and measure.value is not None:
        # counted as a value that is there only where the condition holds
        one = Call("case.when", (measure.value, Literal(1.0, Type.REAL), null(Type.REAL)), Type.REAL)
        return Call("aggregate.count_value", (one,), Type.REAL, measure.span)
    if measure.op in _WHOLE and stats.command == "eventstats":
        return Call(f"{measure.op}_over", measure.call().args, Type.REAL, measure.span)
    if measure.op not in _OVER:
        return None
    return Call(_OVER[measure.op], measure.call().args, measure.type, measure.span)


def _windows(
    stats: Stats, measures: list[tuple[Measured, Column]], pairs: list[tuple[Name, Value]], scope: Scope
) -> Scope:
    if not measures:
        return scope
    running = stats.command == "streamstats"
    keys = tuple(value for _, value in pairs)
    if stats.reset_on_change and pairs:
        scope, run = _runs(pairs, scope, stats.span)
        keys = (*keys, run)
    calls = tuple(Measure(column, _windowed(stats, measure) or measure.call()) for measure, column in measures)
    return scope.keep(Window(scope.relation, keys, calls, running, stats.span))


def _runs(pairs: list[tuple[Name, Value]], scope: Scope, span: Span) -> tuple[Scope, Column]:
    """A hidden number that, beside the by fields, is the same for results that follow each other.

    It counts the results of other groups seen so far; results that lack a by field are passed over.
    """
    one = Call("case.when", (_complete(pairs), Literal(1.0, Type.REAL), null(Type.REAL)), Type.REAL)
    counted = Call("aggregate.count_value", (one,), Type.LONG)
    everyone, own, run = (new_column(name, Type.LONG) for name in ("seen", "seen_alike", "run"))
    relation = Window(scope.relation, (), (Measure(everyone, counted),), True, span)
    relation = Window(relation, tuple(key for _, key in pairs), (Measure(own, counted),), True, span)
    others = Assign(run, call("number.subtract", everyone, own, type=Type.LONG))
    return Scope(Project(relation, (*same(scope.fields.values()), others), span), dict(scope.fields)), run


# --- what is walked through


def _walks(
    stats: Stats, measures: list[tuple[Measured, Column]], pairs: list[tuple[Name, Value]], scope: Scope
) -> Scope:
    if not measures:
        return scope
    before = _flag(stats.reset_before, stats, scope)
    after = _flag(stats.reset_after, stats, scope)
    time = scope.fields.get("_time")
    if stats.seconds and (time is None or time.type is not Type.REAL):
        raise Unsupported("SPL streamstats time_window without _time", span=stats.span)
    times: Value = time if time is not None and time.type is Type.REAL else each(null(Type.REAL))
    given = (_key(pairs, stats.span), times, before, after)
    calls = tuple(Measure(column, _stream(stats, measure, given)) for measure, column in measures)
    return scope.keep(Walk(scope.relation, calls, stats.span))


def _stream(stats: Stats, measure: Measured, given: tuple[Value, ...]) -> Call:
    value = each(_listed(measure))
    told = json.loads(aggregates.told(measure.function, measure.percent)) | {
        "window": stats.window,
        "seconds": stats.seconds or 0,
        "each": not stats.shared,
        "current": stats.current,
        "anew": stats.reset_on_change,
        "whole": stats.command == "eventstats",
    }
    op = f"splunk.stream_{_KINDS[value.type]}_{_KINDS[measure.type]}"
    return Call(op, (Literal(json.dumps(told), Type.STRING), value, *given), measure.type, measure.span)


def _listed(measure: Measured) -> Value:
    """What is counted of each result: a condition counts as a text where it holds."""
    value = measure.value
    if value is None:
        return each(Literal("1", Type.STRING))
    if value.type is Type.BOOL:
        return Call("case.when", (value, Literal("1", Type.STRING), null(Type.STRING)), Type.STRING)
    return value


def _key(pairs: list[tuple[Name, Value]], span: Span) -> Value:
    """The by fields of a result as one text; null where one is missing."""
    if not pairs:
        return each(Literal("", Type.STRING))
    made = Call("splunk.group_key", tuple(text_of(value, span) for _, value in pairs), Type.STRING, span)
    return Call("case.when", (_complete(pairs), made, null(Type.STRING)), Type.STRING)


def _flag(condition: Expression | None, stats: Stats, scope: Scope) -> Value:
    if condition is None:
        return each(null(Type.BOOL))
    own = {term.name for term in stats.terms}.intersection(expression_fields(condition))
    if own:
        raise Unsupported(f"SPL streamstats reset by its own result {min(own)}", span=stats.span)
    return each(Lowerer(scope.fields).condition(condition))


def each(value: Value) -> Value:
    """The value of every row, where a bare constant would stand for none."""
    return call("splunk.each", value, type=value.type) if isinstance(value, Literal) else value
