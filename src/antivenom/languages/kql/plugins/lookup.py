"""ipv4_lookup and ipv6_lookup: rows beside the rows of a table whose networks hold their address.

An address is turned into every network it lies in, so that the lookup is a join on equal texts. As in Kusto, each
network that holds the address gives a row, and ipv6_lookup shows the lookup table's columns first.
"""

from __future__ import annotations

from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.plugins.calls import Plugin, PluginCall, PluginRow
from antivenom.languages.kql.syntax import Constant, Expression
from antivenom.languages.kql.values import names
from antivenom.plan.relations import Aggregate, Assign, Expand, Join, JoinKind, Project, Relation, Union, fresh, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column


@dataclass(frozen=True, slots=True)
class _Lookup:
    """A lookup's two sides, the address and the network, and further columns that must be equal."""

    call: PluginCall
    version: int
    table: Relation
    address: Column
    network: Column
    extra: list[tuple[Column, Column]]

    @property
    def keys(self) -> list[Column]:
        """The columns of the rows that decide what matches."""
        return [self.address, *(left for left, _ in self.extra)]

    def shown(self) -> list[tuple[Column, str]]:
        """The result's columns, each with its name: those of both sides, further keys only once."""
        hidden = {right.id for _, right in self.extra}
        rows = list(self.call.input.columns)
        table = [column for column in self.table.columns if column.id not in hidden]
        if self.version == 4:
            final = names.settle([(c.name, False) for c in table], taken=[c.name for c in rows])
            if any(c.name != name and name in {d.name for d in table} for c, name in zip(table, final, strict=True)):
                raise Unsupported("KQL ipv4_lookup whose numbered column meets another", span=self.call.span)
            return [(c, c.name) for c in rows] + list(zip(table, final, strict=True))
        if {c.name for c in table} & {c.name for c in rows}:
            raise Unsupported("KQL ipv6_lookup of tables that share a column name", span=self.call.span)
        return [(c, c.name) for c in (*table, *rows)]


def _lookup(version: int) -> Plugin:
    def lower(call: PluginCall) -> Relation:
        extra, unmatched = _rest(call)
        table = call.table("LookupTable")
        address = call.column(f"SourceIPv{version}Key")
        network = call.column_of(call.required_argument(f"IPv{version}LookupKey"), table)
        for column in (address, network):
            if column.type is not Type.STRING:
                raise QueryError(f"{call.name} looks up strings, not {column.type.value}", span=call.span)
        pairs = [(call.column_of(arg, call.input), call.column_of(arg, table)) for arg in extra]
        made = _looked_up(_Lookup(call, version, table, address, network, pairs), unmatched=unmatched)
        return call.lowering.opened.mark(made) if call.lowering.opened.is_open(call.input) else made

    return lower


def _rest(call: PluginCall) -> tuple[list[Expression], bool]:
    """The further keys, and whether rows without a match are shown."""
    rest = list(call.rest)
    if rest and isinstance(rest[-1], Constant) and rest[-1].type is Type.BOOL:
        return rest[:-1], bool(rest.pop().value)  # type: ignore[union-attr]
    return rest, call.flag("return_unmatched")


def _looked_up(lookup: _Lookup, *, unmatched: bool) -> Relation:
    call, shown = lookup.call, lookup.shown()
    joined, keys = _joined(lookup, shown)
    final = joined.columns[: len(shown)]
    inner = Project(joined, same(final), call.span)
    if not unmatched:
        return inner
    alone = _alone(lookup, joined, keys)
    columns = tuple(new_column(name, column.type) for column, name in shown)
    own = {column.id for column in call.input.columns}
    padded = tuple(column if column.id in own else _nothing(column) for column, _ in shown)
    return Union((inner, alone), columns, (tuple(final), padded), call.span)


def _joined(lookup: _Lookup, shown: list[tuple[Column, str]]) -> tuple[Relation, list[Column]]:
    """The matches: the columns to show, and behind them the keys."""
    call, version = lookup.call, lookup.version
    inside = new_column("network", Type.STRING)
    networks = Call(f"kusto.ipv{version}_networks", (lookup.address,), Type.MULTI, call.span)
    rows = Expand(call.input, (Assign(inside, networks),), call.span, keep_empty=False)
    network = Call(f"kusto.ipv{version}_network", (lookup.network,), Type.STRING, call.span)
    pairs: list[tuple[Value, Value]] = [(inside, network), *lookup.extra]
    assigns = [Assign(new_column(name, column.type), column) for column, name in shown]
    keys = [Assign(new_column(key.name, key.type), key) for key in lookup.keys]
    joined = Join(rows, lookup.table, JoinKind.INNER, tuple(pairs), (*assigns, *keys), call.span)
    return joined, [key.column for key in keys]


def _alone(lookup: _Lookup, joined: Relation, keys: list[Column]) -> Relation:
    """The rows without a match."""
    call = lookup.call
    own = fresh(keys)
    matched = Aggregate(joined, own, (), call.span)
    pairs = tuple((key, assign.column) for key, assign in zip(lookup.keys, own, strict=True))
    return Join(call.input, matched, JoinKind.LEFT_ANTI, pairs, same(call.input.columns), call.span)


def _nothing(column: Column) -> Literal:
    return Literal("" if column.type is Type.STRING else None, column.type)


LOOKUPS = tuple(
    PluginRow(
        f"ipv{version}_lookup",
        ("LookupTable", f"SourceIPv{version}Key", f"IPv{version}LookupKey"),
        _lookup(version),
        more=True,
        options=("return_unmatched",),
    )
    for version in (4, 6)
)
