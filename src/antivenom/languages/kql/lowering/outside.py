"""Sources whose rows stand in files the caller names: externaldata, and a workspace's watchlists.

A plan says which files it reads; whether they were given is asked after the whole query was understood.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from antivenom.errors import MissingInput, QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Values
from antivenom.languages.kql.lowering.inputs import source_of, typed
from antivenom.languages.kql.lowering.profiles import file_profile
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.syntax import Elsewhere, Expression, External, FunctionCall
from antivenom.plan.catalog import meant
from antivenom.plan.inputs import EXTERNAL, TABLE, WATCHLIST, Input
from antivenom.plan.relations import Relation
from antivenom.plan.relations import Values as Rows
from antivenom.plan.types import Type
from antivenom.plan.values import Literal, new_column
from antivenom.source import Span

FORMATS = frozenset("csv json multijson parquet psv raw scsv singlejson sohsv tsv txt".split())
_OTHER_FORMATS = frozenset("apacheavro avro azmonstream orc sstream tsve w3clogfile".split())
_OPTIONS = frozenset({"format", "ignorefirstrecord", "ingestionmapping"})
_ITEM_COLUMNS = ("_DTItemId", "LastUpdatedTimeUTC", "SearchKey")
"""What a watchlist's rows have beside their own columns."""


def external(lowering: Lowering, node: External, scope: Scope) -> Relation:
    """The rows of files, each column read as its type."""
    names = [name for name, _ in node.columns]
    if len(set(names)) < len(names):
        raise QueryError("externaldata names a column twice", span=node.span)
    addresses = tuple(_text(lowering, address, scope, "address of a file") for address in node.addresses)
    options = tuple((name, _option(name, value, span)) for name, value, span in node.options)
    dynamic = frozenset(name for name, type_ in node.columns if type_ is Type.DYNAMIC)
    wanted = Input("externaldata", EXTERNAL, addresses, tuple(names), options, dynamic, node.span)
    source = source_of(lowering, wanted)
    types = [type_ for _, type_ in node.columns]
    return typed(source, types, node.span)


def _text(lowering: Lowering, node: Expression, scope: Scope, what: str) -> str:
    """A constant text."""
    value = Values(lowering, scope.with_columns(None), None).value(node)
    if value.type is not Type.STRING:
        raise QueryError(f"{what} is a string, but this is a {value.type.value}", span=node.span)
    if not isinstance(value, Literal):
        raise Unsupported(f"KQL {what} that is computed", span=node.span)
    return str(value.value)


def _option(name: str, value: str, span: Span) -> str:
    if name not in _OPTIONS:
        raise Unsupported(f"KQL externaldata option {name}", span=span, hint=meant(name, _OPTIONS))
    if name == "ignorefirstrecord" and value.lower() not in ("true", "false"):
        raise QueryError("ignoreFirstRecord is true or false", span=span)
    if name != "format":
        return value
    if value.lower() in _OTHER_FORMATS:
        raise Unsupported(f"KQL externaldata format {value.lower()}", span=span)
    if value.lower() not in FORMATS:
        hint = meant(value, FORMATS) or f"one of {', '.join(sorted(FORMATS))}"
        raise QueryError(f"there is no format {value}", span=span, hint=hint)
    return value.lower()


# --- tables


def elsewhere(lowering: Lowering, node: Elsewhere) -> Relation:
    """A table of another place, from a file of its rows; its columns are those of the table of that name here."""
    schema = lowering.catalog.find(node.table)
    if schema is None:
        raise Unsupported(f"KQL table {node.written}, whose columns are not known here", span=node.span)
    types = [Type(column.type.value) for column in schema.columns]
    dynamic = frozenset(column.name for column in schema.columns if column.type.value == Type.DYNAMIC.value)
    wanted = Input(node.written, TABLE, (node.written,), tuple(schema.names()), dynamic=dynamic, span=node.span)
    return typed(source_of(lowering, wanted), types, node.span)


# --- watchlists


def _aliases(lowering: Lowering, node: FunctionCall, scope: Scope) -> Relation:
    """The names of the files that were given: each may be a watchlist's alias."""
    if node.args:
        raise QueryError("_GetWatchlistAlias() takes no argument", span=node.span)
    rows = tuple((Literal(alias, Type.STRING),) for alias in lowering.catalog.watchlists)
    return Rows(rows, (new_column("WatchlistAlias", Type.STRING),), node.span)


def _watchlist(lowering: Lowering, node: FunctionCall, scope: Scope) -> Relation:
    """A watchlist's rows, all of text."""
    known = lowering.catalog.watchlists
    if len(node.args) != 1:
        raise Unsupported("KQL _GetWatchlist with keys", span=node.span, hint="filter its SearchKey instead")
    alias = _text(lowering, node.args[0], scope, "alias of a watchlist")
    columns = known.get(alias)
    if columns is None:
        raise MissingInput(
            f"the watchlist {alias} was not given", span=node.span,
            hint=f"--watchlist {alias}=FILE, a CSV or JSON file of its items",
        )  # fmt: skip
    own = tuple(name for name in columns if name not in _ITEM_COLUMNS)
    wanted = Input("_GetWatchlist", WATCHLIST, (alias,), (*_ITEM_COLUMNS, *own), span=node.span)
    source = source_of(lowering, wanted)
    return typed(source, [Type.STRING, Type.DATETIME, *[Type.STRING] * (len(own) + 1)], node.span)


OUTSIDE: Mapping[str, Callable[[Lowering, FunctionCall, Scope], Relation]] = {
    "_GetWatchlist": _watchlist,
    "_GetWatchlistAlias": _aliases,
    "FileProfile": file_profile,
}
"""Functions that give tables of what stands outside: name -> how a call becomes one."""
