"""stats -> plan: one result for each group (Search Reference, stats)."""

from __future__ import annotations

from antivenom.errors import Unsupported
from antivenom.languages.spl.lowering import aggregates
from antivenom.languages.spl.lowering.aggregates import Draw, Made, columns_for, finished
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.streams import streamed
from antivenom.languages.spl.syntax import Name, Stats, StatsTerm
from antivenom.languages.spl.values.conversions import null, number
from antivenom.plan.relations import Aggregate, Assign, Expand, Measure, SortKey
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span


def lower_stats(stats: Stats, scope: Scope, draw: Draw | None = None) -> Scope:
    """The results of a stats command; `draw` makes its sparklines."""
    if stats.command != "stats":
        return streamed(stats, _keys(stats, scope), scope, draw)
    return _stats(stats, scope, draw)


def _keys(stats: Stats, scope: Scope) -> list[tuple[Name, Value]]:
    found: dict[str, tuple[Name, Value]] = {}
    for name in stats.by:
        if name.wild:
            raise Unsupported(f"SPL wildcard in the by of {stats.command}", span=name.span)
        found[name.text] = (name, scope.fields.get(name.text, null(Type.STRING, name.span)))
    return list(found.values())


def _stats(stats: Stats, scope: Scope, draw: Draw | None) -> Scope:
    for name, _ in _keys(stats, scope):
        scope = apart(scope, name.text, dedup=stats.dedup_by, span=stats.span)
    pairs = _keys(stats, scope)
    results = list(aggregates.made(stats.terms, scope, "stats", frozenset(name.text for name, _ in pairs), draw))
    if stats.all_numeric:
        results = aggregates.all_numeric(results, everywhere=False)
    return grouped(scope, pairs, results, stats.span, stats.span)


def apart(scope: Scope, name: str, *, dedup: bool, span: Span) -> Scope:
    """A result for each value of the field, where it is a multivalue: each value is of its own group."""
    column = scope.fields.get(name)
    if column is None or column.type is not Type.MULTI:
        return scope
    values: Value = call("splunk.mv_dedup", column, type=Type.MULTI) if dedup else column
    single = new_column(name, Type.STRING)
    return Scope(Expand(scope.relation, (Assign(single, values),), span), {**scope.fields, name: single})


def aggregated(
    scope: Scope, pairs: list[tuple[Name, Value]], terms: tuple[StatsTerm, ...], span: Span, by: Span
) -> Scope:
    """One result for each group; a result without one of the fields belongs to none, which `by` is told for (S9)."""
    results = list(aggregates.made(terms, scope, "stats", frozenset(name.text for name, _ in pairs)))
    return grouped(scope, pairs, results, span, by)


def grouped(scope: Scope, pairs: list[tuple[Name, Value]], results: list[Made], span: Span, by: Span) -> Scope:
    """One result for each group, in the natural order of the by fields."""
    scope = having(scope, pairs, by)
    keys = tuple(Assign(new_column(name.text, value.type), value) for name, value in pairs)
    fields = {key.column.name: key.column for key in keys}
    measures: list[Measure] = []
    columned: list[tuple[Made, tuple[Column, ...]]] = []
    for one in results:
        columns = columns_for(one)
        measures += [Measure(c, m.call()) for c, m in zip(columns, one.measures, strict=True)]
        columned.append((one, columns))
    values = finished(columned, fields, "stats")
    made = Scope(Aggregate(scope.relation, keys, tuple(measures), span), fields)
    if keys:
        made = made.sort(natural_order([key.column for key in keys]), span)
    everything: dict[str, Value] = {**fields, **values}
    if all(columns[:1] == (value,) for value, (_, columns) in zip(values.values(), columned, strict=True)):
        return Scope(made.relation, {**fields, **{one.name: columns[0] for one, columns in columned}})
    return made.select(everything, span)


def having(scope: Scope, pairs: list[tuple[Name, Value]], span: Span) -> Scope:
    """The results in which every by field has a value."""
    tests = tuple(
        call("null.is_not_null", value, type=Type.BOOL, span=name.span) for name, value in pairs if not _filled(value)
    )
    if not tests:
        return scope
    return scope.filter(tests[0] if len(tests) == 1 else Call("bool.and", tests, Type.BOOL), span)


def _filled(value: Value) -> bool:
    """Whether a value has something to stand for it where it is missing."""
    last = value.args[-1] if isinstance(value, Call) and value.op == "null.coalesce" else None
    return isinstance(last, Literal) and last.value is not None


def natural_order(columns: list[Column]) -> tuple[SortKey, ...]:
    """Numbers by value, before other texts by their characters (limits.conf, natural_sort_output)."""
    keys: list[SortKey] = []
    for column in columns:
        if column.type is Type.STRING:
            keys.append(SortKey(number(column, None), False, False))
        keys.append(SortKey(column, False, False))
    return tuple(keys)
