"""tstats -> plan: a dataset of a data model or the indexed fields of the events, its where, and one aggregate.

Fields are named with their dataset, "Processes.dest", and keep that name in the results. A result without one of the
by fields is left out unless fillnull_value says what it counts as (Search Reference, tstats, fillnull_value).

With prestats=true the rows themselves go on to the stats, chart or timechart behind it, so that its functions see what
they would have counted here.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.lowering import models
from antivenom.languages.spl.lowering.fields import INDEXED, tstats_fields
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.search import SearchLowerer
from antivenom.languages.spl.lowering.stats import aggregated, having
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.syntax import Command, Name, Search, Stats, StatsTerm, TStats
from antivenom.languages.spl.syntax_reports import Chart
from antivenom.languages.spl.values.conversions import null, text_of
from antivenom.plan.relations import Assign, Expand, Source
from antivenom.plan.types import Type
from antivenom.plan.values import Column, Literal, Value, call, new_column
from antivenom.source import Span
from antivenom.tables import ColumnType

_TIME = models.TIME
_EVENTS = "events"
_TYPES = {ColumnType.REAL: Type.REAL, ColumnType.MULTIVALUE: Type.MULTI}
_ORDERED = ("first", "last")


def lower_tstats(command: TStats, world: World) -> Scope:
    """The results of tstats, or with prestats what the command behind it aggregates."""
    _check(command)
    scope = _indexed(command, world) if command.model is None else _of_model(command, world, command.model)
    if command.where is not None:
        scope = scope.filter(SearchLowerer(scope.fields).condition(command.where), _span_of(command.where))
    for name in command.by:
        scope = _single(name, scope)
    keys = [(name, _key(name, command, scope)) for name in command.by]
    if command.prestats:
        return _prestats(command, keys, scope)
    by = command.by[0].span.to(command.by[-1].span) if command.by else command.span
    return aggregated(scope, keys, command.terms, command.span, by)


def _span_of(term: object) -> Span:
    span = getattr(term, "span", None)
    assert isinstance(span, Span)
    return span


def _check(command: TStats) -> None:
    for term in command.terms:
        if term.function in _ORDERED:
            raise Unsupported(
                f"SPL tstats function {term.function}", span=term.span,
                hint="the order in which summaries are read is not said; use earliest or latest",
            )  # fmt: skip
    for name in (*command.by, *(term.argument for term in command.terms if isinstance(term.argument, Name))):
        if name.wild:
            raise QueryError("tstats takes no wildcards in the names of fields", span=name.span)


def _of_model(command: TStats, world: World, model: Name) -> Scope:
    """The dataset with just the fields that the command names."""
    named = list(tstats_fields(command))
    raw = next((name for name in named if name.text == "_raw"), None)
    if raw is not None:
        raise Unsupported("SPL bare word in the where of tstats", span=raw.span, hint="name a field to compare")
    return models.find(model, command.node, world).scope(named, world, model.span)


def _indexed(command: TStats, world: World) -> Scope:
    """The events with the indexed fields, and `_raw` where terms are looked for."""
    if command.node is not None:
        raise QueryError("nodename= is for data models", span=command.node.span, hint="say from datamodel=...")
    schema, columns = world.catalog.find(_EVENTS), dict[str, Column]()
    for name in tstats_fields(command):
        if name.text not in (*INDEXED, "_raw"):
            raise Unsupported(
                f"SPL tstats field {name.text}, which is not indexed", span=name.span,
                hint=f"there are {', '.join(INDEXED)}; or say from datamodel=...",
            )  # fmt: skip
        found = schema.find(name.text) if schema is not None else None
        if name.text not in columns and found is not None:
            columns[name.text] = new_column(name.text, _TYPES.get(found.type, Type.STRING))
    return Scope(Source(_EVENTS, tuple(columns.values()), command.span), columns)


def _single(name: Name, scope: Scope) -> Scope:
    """Each value of a by field that has several counts on its own; none of these is ever missing."""
    column = scope.fields.get(name.text)
    if column is None or column.type is not Type.MULTI:
        return scope
    single = new_column(name.text, Type.STRING)
    return Scope(Expand(scope.relation, (Assign(single, column),), name.span), {**scope.fields, name.text: single})


def _key(name: Name, command: TStats, scope: Scope) -> Value:
    value: Value = scope.fields.get(name.text) or null(Type.STRING, name.span)
    if name.text == _TIME:
        # without a span Splunk begins with seconds, and goes on to longer ones where results would be too many
        bins = Literal(float(command.seconds or 1), Type.REAL)
        return call("splunk.bin_time", value, bins, type=Type.REAL, span=name.span)
    if command.fill is None:
        return value
    fill = Literal(command.fill, Type.STRING, name.span)
    return call("null.coalesce", text_of(value, name.span), fill, type=Type.STRING, span=name.span)


# --- prestats


def _prestats(command: TStats, keys: list[tuple[Name, Value]], scope: Scope) -> Scope:
    """The rows that have every by field."""
    scope = having(scope, keys, command.span)
    made: dict[str, Value] = {name.text: value for name, value in keys}
    return scope.select({**scope.fields, **made}, command.span)


def check_prestats(search: Search) -> None:
    """Raise where what follows a prestats=true asks for something that it does not hold."""
    held: list[TStats] = []
    for one, other in itertools.pairwise((*search.commands, None)):
        if isinstance(other, TStats) and other.append and not held and not _starts(one):
            raise Unsupported("SPL tstats append=true behind another command", span=other.span)
        if not _starts(one):
            return
        assert isinstance(one, TStats)
        held.append(one)
        if not (isinstance(other, TStats) and other.prestats):
            _check_consumer(held, other)


def _starts(command: Command | None) -> bool:
    return isinstance(command, TStats) and command.prestats


def _check_consumer(held: list[TStats], consumer: Command | None) -> None:
    if not (isinstance(consumer, Chart) or (isinstance(consumer, Stats) and consumer.command == "stats")):
        raise Unsupported("SPL tstats prestats=true without stats, chart or timechart behind it", span=held[-1].span)
    for one in held:
        functions, names = set(map(_said, one.terms)), {name.text for name in one.by}
        for term in _functions(consumer):
            if _said(term) not in functions:
                raise Unsupported(
                    f"SPL {term.function} of what tstats prestats=true does not hold", span=term.span,
                    hint="name the function in tstats too",
                )  # fmt: skip
        for name in _groups(consumer):
            if name.text not in names:
                raise Unsupported(
                    f"SPL grouping by {name.text}, which tstats prestats=true does not group by", span=name.span
                )
        if _TIME in names and any(_reads_time(term) for term in one.terms):
            raise Unsupported("SPL tstats prestats=true by _time with a function of time", span=one.span)


def _functions(consumer: Stats | Chart) -> Iterator[StatsTerm]:
    yield from consumer.terms
    if isinstance(consumer, Chart) and consumer.score is not None:
        yield consumer.score


def _groups(consumer: Stats | Chart) -> Iterator[Name]:
    if isinstance(consumer, Stats):
        yield from consumer.by
    else:
        yield from (name for name in (consumer.over, consumer.by) if name is not None)
        if consumer.timed:
            yield Name(_TIME, consumer.span)


def _said(term: StatsTerm) -> tuple[str, str]:
    argument = term.argument
    return {"c": "count", "distinct_count": "dc", "mean": "avg"}.get(term.function, term.function), (
        argument.text if isinstance(argument, Name) else "" if argument is None else repr(argument)
    )


def _reads_time(term: StatsTerm) -> bool:
    named = isinstance(term.argument, Name) and term.argument.text == _TIME
    return named or term.function in ("earliest", "latest", "earliest_time", "latest_time", "rate")
