"""Where addresses are: rows beside what a table of networks says of the longest network an address is in.

An address has one prefix of each length. Those are looked up among the networks, and the longest one that is there
counts, as routes do.
"""

from __future__ import annotations

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


def placed(rows: Relation, address: Value, networks: Relation, span: Span) -> tuple[Relation, Column]:
    """The rows, and a column of text beside them; null where nothing is known of the address.

    `networks` has two columns: networks as they are written shortest, and what is said of each.
    """
    places = _longest(_prefixes(rows, address, span), networks, span)
    known, said = places.columns
    found = new_column("place", Type.STRING)
    assigns = (*same(rows.columns), Assign(found, said))
    return Join(rows, places, JoinKind.LEFT_OUTER, ((address, known),), assigns, span), found


def _prefixes(rows: Relation, address: Value, span: Span) -> Relation:
    """Every address once for each of its prefixes: the address, the prefix, and its length as text of two digits."""
    key = new_column("address", Type.STRING)
    addresses = Aggregate(rows, (Assign(key, address),), (), span)
    prefix, length = new_column("prefix", Type.STRING), new_column("length", Type.STRING)
    lists = (("network.prefixes", prefix), ("network.prefix_lengths", length))
    elements = tuple(Assign(column, Call(op, (key,), Type.MULTI, span)) for op, column in lists)
    return Expand(addresses, elements, span, keep_empty=False)


def _longest(prefixes: Relation, networks: Relation, span: Span) -> Relation:
    """Address, and what is said of the longest of its networks."""
    key, prefix, length = prefixes.columns
    network, place = networks.columns
    address, rank, said = (new_column(column.name, Type.STRING) for column in (key, length, place))
    assigns = (Assign(address, key), Assign(rank, length), Assign(said, place))
    matched = Join(prefixes, networks, JoinKind.INNER, ((prefix, network),), assigns, span)
    longest = FirstPer(Sort(matched, (SortKey(rank, True, False),), span), (address,), 1, span)
    return Project(longest, (Assign(address, address), Assign(said, said)), span)
