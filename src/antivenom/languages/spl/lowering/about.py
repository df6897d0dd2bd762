"""Commands that say something about the search or about addresses -> plan: addinfo, iplocation."""

from __future__ import annotations

from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.search import moment
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.syntax import (
    All,
    Command,
    SearchCommand,
    TimeBound,
    TStats,
)
from antivenom.languages.spl.syntax_fields import (
    AddInfo,
    IpLocation,
)
from antivenom.languages.spl.values.conversions import null, rounded_text, text_of
from antivenom.plan import networks
from antivenom.plan.inputs import PLACES, Input
from antivenom.plan.relations import (
    Sort,
    SortKey,
    Source,
)
from antivenom.plan.types import Type
from antivenom.plan.values import Column, Literal, Value, call, new_column
from antivenom.source import Span

IPLOCATION = "iplocation"
_PLACE = {"City": "city", "Country": "country", "Region": "state", "lat": "latitude", "lon": "longitude"}


def addinfo(command: AddInfo, scope: Scope, first: Command) -> Scope:
    """`addinfo`: the times the search is bounded by (earliest= and latest= of its own terms), and its own."""
    span = command.span
    now = call("clock.now_epoch", type=Type.REAL, span=span)
    bounds = _bounds(first)
    earliest, latest = bounds.get("earliest"), bounds.get("latest")
    since = rounded_text(moment(earliest, span), 3, span) if earliest else Literal("0.000", Type.STRING, span)
    until: Value = Literal("+Infinity", Type.STRING, span)
    if latest or earliest:
        until = rounded_text(moment(latest, span) if latest else now, 3, span)
    started = text_of(call("splunk.floor", now, type=Type.REAL), span)
    sid = call("text.concat", started, Literal(".1", Type.STRING), type=Type.STRING, span=span)
    values: dict[str, Value] = {
        "info_min_time": since, "info_max_time": until, "info_sid": sid, "info_search_time": rounded_text(now, 3, span),
    }  # fmt: skip
    return scope.assign(values, span)


def _bounds(first: Command) -> dict[str, str]:
    terms = first.terms if isinstance(first, SearchCommand) else first.where if isinstance(first, TStats) else None
    every = terms.terms if isinstance(terms, All) else (terms,)
    return {term.which: term.time for term in every if isinstance(term, TimeBound)}


def iplocation(command: IpLocation, scope: Scope, world: World) -> Scope:
    """`iplocation`: where an address is, from a file of networks; the longest network that holds it counts."""
    span = command.span
    column = scope.fields.get(command.field.text)
    numbered, position = scope.numbered(span)
    address = text_of(column, span) if column is not None else null(Type.STRING, span)
    joined, found = networks.placed(numbered.relation, address, _source(world, span), span)
    ordered = Scope(Sort(joined, (SortKey(position, False, False),), span), scope.fields)
    values: dict[str, Value] = {}
    for name, part in _PLACE.items():
        value: Value = call("splunk.place_part", found, Literal(part, Type.STRING), type=Type.STRING, span=span)
        old = scope.fields.get(command.prefix + name)
        if old is not None:
            value = call("null.coalesce", value, text_of(old, span), type=Type.STRING)
        values[command.prefix + name] = value
    return ordered.assign(values, span)


def _source(world: World, span: Span) -> Source:
    columns: tuple[Column, ...] = tuple(new_column(name, Type.STRING) for name in ("network", "place"))
    if all(one.table != IPLOCATION for one in world.inputs):
        world.inputs.append(Input(IPLOCATION, PLACES, (IPLOCATION,), ("network", "place"), span=span))
    return Source(IPLOCATION, columns, span)
