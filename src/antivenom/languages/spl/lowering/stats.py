"""stats, eventstats and streamstats -> plan."""

from __future__ import annotations

from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.lowering.expressions import Lowerer
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.syntax import Name, Stats, StatsTerm
from antivenom.languages.spl.values.conversions import alike, null, number, text_of
from antivenom.plan.relations import Aggregate, Assign, Expand, Measure, Project, Sort, SortKey, Window, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span

_ALIASES = {"distinct_count": "dc", "mean": "avg"}
_NUMBERS = {"sum": "splunk.sum", "avg": "splunk.avg", "range": "splunk.range"}
_TEXTS = {"list": Type.MULTI, "first": Type.STRING, "last": Type.STRING}
_TIMED = ("earliest", "latest")


@dataclass(frozen=True, slots=True)
class _Measured:
    """An aggregate as the plan has it: the call and the type of its result."""

    op: str
    args: tuple[Value, ...]
    type: Type


def lower_stats(stats: Stats, scope: Scope) -> Scope:
    """The results of a stats command."""
    if stats.command == "stats":
        return _stats(stats, scope)
    return _windowed(stats, scope)


def _keys(stats: Stats, scope: Scope) -> list[tuple[Name, Value]]:
    found: dict[str, tuple[Name, Value]] = {}
    for name in stats.by:
        if name.wild:
            raise Unsupported(f"SPL wildcard in the by of {stats.command}", span=name.span)
        found[name.text] = (name, scope.fields.get(name.text, null(Type.STRING, name.span)))
    return list(found.values())


def _stats(stats: Stats, scope: Scope) -> Scope:
    for name, value in _keys(stats, scope):
        # each value of a multivalue counts on its own
        if isinstance(value, Column) and value.type is Type.MULTI:
            single = new_column(name.text, Type.STRING)
            scope = Scope(
                Expand(scope.relation, (Assign(single, value),), stats.span), {**scope.fields, name.text: single}
            )
    return aggregated(scope, _keys(stats, scope), stats.terms, stats.span, stats.span)


def aggregated(
    scope: Scope, pairs: list[tuple[Name, Value]], terms: tuple[StatsTerm, ...], span: Span, by: Span
) -> Scope:
    """One result for each group; a result without one of the fields belongs to none, which `by` is told for (S9)."""
    if pairs:
        present = tuple(call("null.is_not_null", value, type=Type.BOOL, span=name.span) for name, value in pairs)
        scope = scope.filter(present[0] if len(present) == 1 else Call("bool.and", present, Type.BOOL), by)
    keys = tuple(Assign(new_column(name.text, value.type), value) for name, value in pairs)
    fields = {key.column.name: key.column for key in keys}
    measures: list[Measure] = []
    for term in terms:
        made = _measured(term, scope)
        column = new_column(term.name, made.type)
        measures.append(Measure(column, Call(made.op, made.args, made.type, term.span)))
        if term.name in fields:
            raise QueryError(f"two results of stats are named {term.name}", span=term.span)
        fields[term.name] = column
    relation = Aggregate(scope.relation, keys, tuple(measures), span)
    if not keys:
        return Scope(relation, fields)
    # groups come in the order of their by fields, as Splunk returns them
    order = tuple(SortKey(key.column, False, False) for key in keys)
    return Scope(Sort(relation, order, span), fields)


def _measured(term: StatsTerm, scope: Scope) -> _Measured:
    function = _ALIASES.get(term.function, term.function)
    if isinstance(term.argument, Name) and term.argument.wild:
        raise Unsupported("SPL wildcard in a stats function", span=term.span)
    if function == "count" and term.argument is None:
        return _Measured("splunk.count", (), Type.REAL)
    if term.argument is None:
        raise Unsupported(f"SPL stats function {term.function} without a field", span=term.span)
    value = _argument(term, scope)
    if value.type is Type.BOOL:
        if function != "count":
            raise QueryError(f"{term.function} needs a value, and this is a condition", span=term.span)
        return _Measured("splunk.count_true", (value,), Type.REAL)
    if function == "values":
        return _values(value, term.span)
    if value.type is Type.MULTI:
        raise Unsupported(f"SPL stats function {term.function} of a multivalue field", span=term.span)
    return _single(function, value, term, scope)


def _argument(term: StatsTerm, scope: Scope) -> Value:
    if isinstance(term.argument, Name):
        return scope.fields.get(term.argument.text, null(Type.STRING, term.argument.span))
    assert term.argument is not None
    return Lowerer(scope.fields).value(term.argument)


def _values(value: Value, span: Span) -> _Measured:
    if value.type is Type.MULTI:
        return _Measured("splunk.values_mv", (value,), Type.MULTI)
    return _Measured("splunk.values", (text_of(value, span),), Type.MULTI)


def _single(function: str, value: Value, term: StatsTerm, scope: Scope) -> _Measured:
    if function == "count":
        return _Measured("splunk.count_value", (value,), Type.REAL)
    if function == "dc":
        return _Measured("splunk.dc", (text_of(value, term.span),), Type.REAL)
    if function in _NUMBERS:
        return _Measured(_NUMBERS[function], (number(value, term.span),), Type.REAL)
    if function in ("min", "max"):
        family = "aggregate" if value.type is Type.REAL else "splunk"
        return _Measured(f"{family}.{function}", (value,), value.type)
    if function in _TEXTS:
        multi = _TEXTS[function] is Type.MULTI
        made = text_of(value, term.span) if multi else value
        return _Measured(f"splunk.{function}", (made,), Type.MULTI if multi else value.type)
    if function in _TIMED:
        time = scope.fields.get("_time")
        if time is None or time.type is not Type.REAL:
            raise Unsupported(f"SPL stats function {function} without _time", span=term.span)
        return _Measured(f"splunk.{function}", (value, time), value.type)
    raise Unsupported(f"SPL stats function {term.function}", span=term.span)


_OVER = {
    "splunk.count": "aggregate.count",
    "splunk.count_value": "aggregate.count_value",
    "splunk.sum": "aggregate.sum",
    "splunk.avg": "aggregate.avg",
    "aggregate.min": "aggregate.min",
    "aggregate.max": "aggregate.max",
}


def _windowed(stats: Stats, scope: Scope) -> Scope:
    """eventstats and streamstats: every result keeps its fields and gets the aggregates as new ones."""
    running = stats.command == "streamstats"
    pairs = _keys(stats, scope)
    if any(value.type is Type.MULTI for _, value in pairs):
        raise Unsupported(f"SPL {stats.command} by a multivalue field", span=stats.span)
    keys = tuple(value for _, value in pairs)
    if stats.reset_on_change and pairs:
        scope, run = _runs(pairs, scope, stats.span)
        keys = (*keys, run)
    measures, results = [], {}
    for term in stats.terms:
        made = _measured(term, scope)
        call_ = _over(made, term, stats.command)
        column = new_column(term.name, made.type)
        measures.append(Measure(column, call_))
        results[term.name] = column
    over = scope.keep(Window(scope.relation, keys, tuple(measures), running, stats.span))
    made_values: dict[str, Value] = {}
    for name, column in results.items():
        value: Value = call("cast.real", column, type=Type.REAL) if column.type is Type.REAL else column
        made_values[name] = _where_keyed(pairs, value, scope.fields.get(name))
    return over.assign(made_values, stats.span)


def _runs(pairs: list[tuple[Name, Value]], scope: Scope, span: Span) -> tuple[Scope, Column]:
    """A hidden number that, beside the by fields, is the same for results that follow each other.

    It counts the results of other groups seen so far; results that lack a by field are passed over.
    """
    present = tuple(call("null.is_not_null", key, type=Type.BOOL) for _, key in pairs)
    complete = present[0] if len(present) == 1 else Call("bool.and", present, Type.BOOL)
    one = Call("case.when", (complete, Literal(1.0, Type.REAL), null(Type.REAL)), Type.REAL)
    counted = Call("aggregate.count_value", (one,), Type.LONG)
    everyone, own, run = (new_column(name, Type.LONG) for name in ("seen", "seen_alike", "run"))
    relation = Window(scope.relation, (), (Measure(everyone, counted),), True, span)
    relation = Window(relation, tuple(key for _, key in pairs), (Measure(own, counted),), True, span)
    made = dict(scope.fields)
    kept = same(made.values())
    others = Assign(run, call("number.subtract", everyone, own, type=Type.LONG))
    return Scope(Project(relation, (*kept, others), span), made), run


def _over(made: _Measured, term: StatsTerm, command: str) -> Call:
    if made.op == "splunk.count_true":
        # counted as a value that is there only where the condition holds
        one = Call("case.when", (made.args[0], Literal(1.0, Type.REAL), null(Type.REAL)), Type.REAL)
        return Call("aggregate.count_value", (one,), Type.REAL, term.span)
    if made.op == "splunk.dc" and command == "eventstats":
        return Call("splunk.dc_over", made.args, Type.REAL, term.span)
    if made.op not in _OVER:
        raise Unsupported(f"SPL {command} function {term.function}", span=term.span)
    return Call(_OVER[made.op], made.args, made.type, term.span)


def _where_keyed(pairs: list[tuple[Name, Value]], value: Value, old: Column | None) -> Value:
    """The aggregate for a result that has every by field; another keeps what it had."""
    if not pairs:
        return value
    present = tuple(call("null.is_not_null", key, type=Type.BOOL) for _, key in pairs)
    condition = present[0] if len(present) == 1 else Call("bool.and", present, Type.BOOL)
    (new, kept), type = alike([value, old if old is not None else null(value.type)], None)
    return Call("case.when", (condition, new, kept), type)
