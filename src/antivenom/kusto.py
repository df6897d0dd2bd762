"""A KQL query over logs, or over tables at hand: what it may name, its plan, what it wants read, and its answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from antivenom import outside
from antivenom.engine import Limits, discovery, schema_of
from antivenom.languages import kql
from antivenom.logs import Logs, Scan, Wants
from antivenom.plan.catalog import Catalog
from antivenom.plan.open_schemas import Discover, depends_on_rows
from antivenom.plan.prune import columns_read, prune
from antivenom.plan.relations import Plan
from antivenom.programs import schemas as programs
from antivenom.source import SourceText
from antivenom.tables import Need, Schema
from antivenom.vocabularies import defender, kinds
from antivenom.vocabularies.workspace import Tables


@dataclass(frozen=True, slots=True)
class Given:
    """What a query may read besides logs: files by the names it gives them, stored functions, values of parameters.

    `bounds` are those of each run of the engine.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    functions: Mapping[str, SourceText] = field(default_factory=outside.packaged)
    params: Mapping[str, Any] | None = None
    bounds: Limits | None = None

    @staticmethod
    def of(
        files: Mapping[str, str] | None,
        functions: str | Path | Mapping[str, str] | None,
        params: Mapping[str, Any] | None,
    ) -> Given:
        """What a caller gave, beside the functions of this package, which the caller's win over."""
        if isinstance(functions, Mapping):
            own = {name: SourceText(text, name) for name, text in functions.items()}
        else:
            own = {} if functions is None else outside.read(Path(functions))
        return Given(files or {}, {**outside.packaged(), **own}, params)

    def compiled(
        self,
        source: SourceText,
        tables: Mapping[str, Schema],
        discover: Discover | None = None,
        there: Collection[str] | None = None,
    ) -> Plan:
        """The plan of a query that may name these tables, narrowed to the columns it reads; `*` means those `there`."""
        catalog = Catalog(tables, self.functions, outside.Headers(self.files), there)
        plan = kql.compile(source, catalog, discover, self.params)
        return replace(plan, relation=prune(plan.relation))


NOTHING = Given()
"""No files, and the functions of this package."""


FILLED = frozenset(defender.TABLES) - {"WindowsEvent", "Sysmon"} | frozenset(programs.TABLES)
"""The tables that `search` and `union *` look into: those that logs fill. WindowsEvent and Sysmon show once more what
stands in Event and SecurityEvent."""


def over_logs(source: SourceText, logs: Logs, now: int | None, given: Given) -> tuple[Plan, Scan, dict[str, pa.Table]]:
    """A query's plan over logs, the scan of them, and all tables it reads.

    Files nobody gave are asked for before the logs are read. Columns that depend on rows are looked up under the
    clock `now`, or the newest event's time.
    """
    plan = given.compiled(source, schemas(source), None, FILLED)
    tables = outside.load(plan, given.files)
    scan = logs.scan(wants_of(plan, selective=False))
    tables |= scan.tables
    if depends_on_rows(plan.relation):
        clock = now if now is not None else scan.newest
        plan = given.compiled(source, schemas(source), discovery(tables, clock, given.bounds), FILLED)
    return plan, scan, tables


def over_tables(
    source: SourceText, tables: Mapping[str, pa.Table], now: int, given: Given
) -> tuple[Plan, dict[str, pa.Table]]:
    """A query's plan over tables at hand, and all tables it reads."""
    read = {name: without_null_text(table) for name, table in tables.items()}
    known = {name: schema_of(name, table) for name, table in read.items()}
    plan = given.compiled(source, known)
    read |= outside.load(plan, given.files)
    if depends_on_rows(plan.relation):
        plan = given.compiled(source, known, discovery(read, now, given.bounds))
    return plan, read


def over_scan(source: SourceText, tables: Mapping[str, pa.Table], now: int | None, given: Given = NOTHING) -> Plan:
    """A query's plan over the tables of a scan, which it sees as they are in a workspace.

    Raises MissingInput for a query that reads a file.
    """
    known = schemas(source)
    others = {name: schema_of(name, table) for name, table in tables.items() if name not in known}
    return given.compiled(source, known.joined(others), discovery(tables, now), FILLED | others.keys())


def schemas(source: SourceText) -> Tables:
    """The tables a query can see; those of the Python on command lines where it can mean them."""
    return Logs.schemas(python="python" in source.text.casefold())


def wants_of(plan: Plan, *, selective: bool) -> Wants:
    """What a query's plan wants of the logs."""
    beside = {one.table for one in plan.inputs}
    tables = {name: columns for name, columns in columns_read(plan.relation).items() if name not in beside}
    made_of_python = {name: columns for name, columns in tables.items() if name in programs.TABLES}
    others = {name: columns for name, columns in tables.items() if name not in programs.TABLES}
    needed = _kinds(tables) if selective else None
    raw_of = frozenset[str]().union(*(defender.raw_of(name, columns) for name, columns in others.items()))
    return Wants(defender=others, programs=made_of_python or None, need=Need(needed, raw=False, raw_of=raw_of))


def _kinds(tables: Iterable[str]) -> frozenset[str] | None:
    found = [kinds.of_processes() if table in programs.TABLES else kinds.of_defender(table) for table in tables]
    return None if None in found else frozenset().union(*(kind for kind in found if kind is not None))


def without_rows(plan: Plan, scan: Scan) -> Iterator[str]:
    """Which tables have no row in these logs: those the query names, and those its functions read that could have."""
    for name in columns_read(plan.relation):
        named = name in defender.TABLES or name in plan.source.text
        if named and name in scan.tables and not scan.tables[name].num_rows:
            yield f"these logs hold no rows of {name}"


def without_null_text(table: pa.Table) -> pa.Table:
    """The table with null text replaced by "": Kusto has no null strings."""
    columns = [
        column.fill_null("") if pa.types.is_string(column.type) and column.null_count else column
        for column in table.columns
    ]
    return pa.Table.from_arrays(columns, schema=table.schema)
