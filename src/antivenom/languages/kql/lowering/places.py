"""geo_info_from_ip_address(): where an address is, from a file of networks the caller gives.

An address has one prefix of each length. Those are looked up among the file's networks, and the longest one that is
there counts, as routes do.
"""

from __future__ import annotations

from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.inputs import read_as, source_of
from antivenom.plan.inputs import PLACES, Input
from antivenom.plan.relations import (
    Aggregate,
    Assign,
    Expand,
    FirstPer,
    Join,
    JoinKind,
    Project,
    Relation,
    Sort,
    SortKey,
    same,
)
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Value, new_column
from antivenom.source import Span

GEO_INFO = "geo_info_from_ip_address"


def placed(lowering: Lowering, rows: Relation, address: Value, span: Span) -> tuple[Relation, Column]:
    """The rows, and a column beside them with what the file says of where an address is; null where it says nothing."""
    places = _places(lowering, _prefixes(rows, address, span), span)
    known, said = places.columns
    found = new_column(GEO_INFO, Type.STRING)
    own = same(rows.columns)
    joined = Join(rows, places, JoinKind.LEFT_OUTER, ((address, known),), (*own, Assign(found, said)), span)
    column = new_column(GEO_INFO, Type.DYNAMIC)
    value = read_as(found, Type.DYNAMIC, span)
    return Project(joined, (*own, Assign(column, value)), span), column


def _prefixes(rows: Relation, address: Value, span: Span) -> Relation:
    """Every address once for each of its prefixes: the address, the prefix, and its length as text of two digits."""
    key = new_column("address", Type.STRING)
    addresses = Aggregate(rows, (Assign(key, address),), (), span)
    prefix, length = new_column("prefix", Type.STRING), new_column("length", Type.STRING)
    lists = (("network.prefixes", prefix), ("network.prefix_lengths", length))
    elements = tuple(Assign(column, Call(op, (key,), Type.MULTI, span)) for op, column in lists)
    return Expand(addresses, elements, span, keep_empty=False)


def _places(lowering: Lowering, prefixes: Relation, span: Span) -> Relation:
    """Address, and what the file says of the longest of its networks."""
    key, prefix, length = prefixes.columns
    wanted = Input(GEO_INFO, PLACES, (GEO_INFO,), ("network", "place"), span=span)
    source = source_of(lowering, wanted)
    network, place = source.columns
    address, rank, said = (new_column(column.name, Type.STRING) for column in (key, length, place))
    assigns = (Assign(address, key), Assign(rank, length), Assign(said, place))
    matched = Join(prefixes, source, JoinKind.INNER, ((prefix, network),), assigns, span)
    longest = FirstPer(Sort(matched, (SortKey(rank, True, False),), span), (address,), 1, span)
    return Project(longest, (Assign(address, address), Assign(said, said)), span)
