"""Logs on disk as tables: readers and vocabularies put together, in one pass over the files."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.errors import UsageError
from antivenom.programs import schemas as programs
from antivenom.tables import EVENT_COLUMN, EVERYTHING, Event, FileReport, Need, Origin
from antivenom.telemetry.open import inputs, read
from antivenom.vocabularies import defender, workspace
from antivenom.vocabularies.build import Builder
from antivenom.vocabularies.columns import ARROW
from antivenom.vocabularies.sigma_tables import Taker

if TYPE_CHECKING:
    from antivenom.programs.reading import Readings

EVENTS = "events"
"""The Splunk view: one table of all events."""

PROCESSES = "activity.process"
"""The common table of process activity."""

_WORKSPACE = workspace.TABLES.joined(defender.TABLES)
_WITH_PYTHON = _WORKSPACE.joined(programs.TABLES)

EVERY_FIELD = frozenset({"*"})
"""For `Wants.splunk`: every field any event has."""

Progress = Callable[[FileReport], None]


@dataclass(frozen=True, slots=True)
class Wants:
    """Which views of the logs, and which columns of them.

    splunk    field names of the Splunk view, EVERY_FIELD, or None for no Splunk view.
    defender  table of a workspace or of advanced hunting -> columns; one that logs do not fill comes empty.
    processes columns of the common process table; empty for no such table.
    context   other common activity tables ("network", "file") -> columns.
    programs  tables made of the Python on command lines -> columns: those of `programs.schemas`, and EVENTS for the
              Splunk view's events about it. Empty: read the Python, make no table. None: do not read it.
    kinds     kinds of which the Splunk view needs rows, or None for all; for audit events the record's.
    need      what the readers may leave out without changing any of these.
    sigma     stream of a Sigma log source, by name -> its fields.
    models    dataset of a CIM data model, as "Endpoint.Processes" -> its fields.
    """

    splunk: frozenset[str] | None = None
    defender: Mapping[str, frozenset[str]] = field(default_factory=dict)
    processes: frozenset[str] = frozenset()
    context: Mapping[str, frozenset[str]] = field(default_factory=dict)
    programs: Mapping[str, frozenset[str]] | None = None
    kinds: frozenset[str] | None = frozenset()
    need: Need = EVERYTHING
    sigma: Mapping[str, frozenset[str]] = field(default_factory=dict)
    models: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def join(self, other: Wants) -> Wants:
        """Everything either wants."""
        splunk = _joined(self.splunk, other.splunk)
        tables = _all_of(self.defender, other.defender)
        nothing = self.programs is None and other.programs is None
        made = None if nothing else _all_of(self.programs or {}, other.programs or {})
        kinds = None if self.kinds is None or other.kinds is None else self.kinds | other.kinds
        processes = self.processes | other.processes
        need, sigma = self.need.join([other.need]), _all_of(self.sigma, other.sigma)
        context, models = _all_of(self.context, other.context), _all_of(self.models, other.models)
        return Wants(splunk, tables, processes, context, made, kinds, need, sigma, models)


def _all_of(one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Each table of either with the columns of both."""
    return {name: one.get(name, frozenset()) | other.get(name, frozenset()) for name in (*one, *other)}


def _joined(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    if one is None or other is None:
        return other if one is None else one
    return EVERY_FIELD if EVERY_FIELD in (one, other) else one | other


class Origins:
    """Where each event stands, by event number, in 28 bytes an event."""

    def __init__(self) -> None:
        self._files: list[str] = []
        self._products: list[str] = []
        self._product_numbers: dict[str, int] = {}
        self._file = array("l")
        self._product = array("h")
        self._record = array("q")
        self._line = array("q")
        self._offset = array("q")

    def __len__(self) -> int:
        return len(self._file)

    def add(self, event: Event) -> int:
        """Note an event; its number."""
        origin = event.origin
        if not self._files or self._files[-1] != origin.file:
            self._files.append(origin.file)
        self._file.append(len(self._files) - 1)
        self._product.append(self._product_number(event.product))
        self._record.append(_packed(origin.record))
        self._line.append(_packed(origin.line))
        self._offset.append(_packed(origin.offset))
        return len(self._file) - 1

    def _product_number(self, product: str) -> int:
        if product not in self._product_numbers:
            self._product_numbers[product] = len(self._products)
            self._products.append(product)
        return self._product_numbers[product]

    def origin(self, number: int) -> Origin:
        """Where event `number` stands."""
        return Origin(
            self._files[self._file[number]],
            _unpacked(self._record[number]),
            _unpacked(self._line[number]),
            _unpacked(self._offset[number]),
        )

    def product(self, number: int) -> str:
        """The product that wrote event `number`."""
        return self._products[self._product[number]]


def _packed(value: int | None) -> int:
    return value if value is not None and 0 <= value < 2**62 else -1


def _unpacked(value: int) -> int | None:
    return value if value >= 0 else None


@dataclass(slots=True)
class Scan:
    """What one pass over the logs gave: tables, a report per file, and where every event stands."""

    tables: dict[str, pa.Table]
    reports: list[FileReport]
    origins: Origins
    outside: int = 0
    """Events left out by since and until."""
    notes: list[str] = field(default_factory=list)
    """What a user should know about the tables."""

    readings: Readings | None = None
    """The Python of the process table, where it was asked for."""

    newest: int | None = None
    """The newest event time inside since and until, in nanoseconds since 1970 UTC."""
    oldest: int | None = None

    def saw(self, time: int | None) -> None:
        """Note the time of an event inside since and until."""
        if time is not None:
            self.newest = time if self.newest is None or time > self.newest else self.newest
            self.oldest = time if self.oldest is None or time < self.oldest else self.oldest


class Logs:
    """Log files and folders, opened lazily: nothing is read before a scan.

    `since` and `until` are nanoseconds since 1970 UTC; events outside them, and events without a time
    when one of them is given, are left out and counted.
    """

    def __init__(self, paths: Iterable[str | Path], *, since: int | None = None, until: int | None = None) -> None:
        self.paths = tuple(Path(path) for path in paths)
        self.since = since
        self.until = until
        for path in self.paths:
            if not path.exists():
                raise UsageError(f"no such file or folder: {path}", hint="give log files or folders of them")

    @staticmethod
    def schemas(*, python: bool = True) -> workspace.Tables:
        """The Kusto tables a query may name: a workspace's, and those made of the Python on command lines.

        Logs fill those in `defender.TABLES` and `programs.TABLES`; the others have no rows.
        """
        return _WITH_PYTHON if python else _WORKSPACE

    def scan(self, wants: Wants, progress: Progress | None = None, takers: Mapping[str, Taker] | None = None) -> Scan:
        """One pass over all files, building the wanted tables.

        takers  stream of `wants.sigma` -> who is given its rows in batches as they come, those inside since and
                until; its table stays empty, so that memory does not grow with the logs.
        """
        processes = wants.processes if wants.programs is None else wants.processes | programs.COLUMNS
        outside = array("q")
        filled = {name: columns for name, columns in wants.defender.items() if name in defender.TABLES}
        builder = Builder(
            splunk_fields=wants.splunk,
            defender_tables=filled,
            activities={**({"process": processes} if processes else {}), **wants.context},
            splunk_kinds=wants.kinds,
            sigma=wants.sigma,
            takers={name: _inside_only(taker, outside) for name, taker in (takers or {}).items()},
            models=wants.models,
        )
        scan = Scan({}, [], Origins())
        for event in self._events(wants.need, scan.reports, progress):
            number = scan.origins.add(event)
            # an event outside may still be the parent of one inside, so it is left out at the end
            if self._inside(event):
                scan.saw(event.time)
            else:
                outside.append(number)
            builder.add(number, event)
        scan.outside = len(outside)
        scan.tables = {name: _without(table, outside) for name, table in builder.finish().items()}
        scan.tables |= {name: _empty(name, wants.defender[name]) for name in wants.defender.keys() - filled.keys()}
        scan.notes = builder.notes
        if wants.programs is not None:
            _read_programs(scan, wants.programs)
        return scan

    def _inside(self, event: Event) -> bool:
        if self.since is None and self.until is None:
            return True
        if event.time is None:
            return False
        after = self.since is None or event.time >= self.since
        return after and (self.until is None or event.time <= self.until)

    def _events(self, need: Need, reports: list[FileReport], progress: Progress | None) -> Iterable[Event]:
        for found in inputs(self.paths):
            if isinstance(found, FileReport):
                reports.append(found)
                continue
            report, events = read(found, need)
            reports.append(report)
            yield from events
            if progress is not None:
                progress(report)


def _empty(name: str, columns: frozenset[str]) -> pa.Table:
    """A workspace's table that no log read here fills."""
    if name not in workspace.TABLES:
        raise UsageError(f"there is no table {name}")
    shown = [(column.name, ARROW[column.type]) for column in workspace.TABLES[name].columns if column.name in columns]
    return pa.schema([*shown, (EVENT_COLUMN, pa.int64())]).empty_table()


def _read_programs(scan: Scan, wanted: Mapping[str, frozenset[str]]) -> None:
    """Read the Python of a scan's process table, and make the wanted tables of it."""
    from antivenom.programs import reading, tables  # most queries need none of it, and it takes a while to import

    processes = scan.tables[PROCESSES]
    scan.readings = reading.read(processes)
    for name, columns in wanted.items():
        if name == EVENTS:
            made = tables.splunk(None if columns == EVERY_FIELD else columns, processes, scan.readings)
            scan.tables[EVENTS] = tables.together(scan.tables[EVENTS], made)
        else:
            scan.tables[name] = tables.kusto(name, columns, processes, scan.readings)


def _inside_only(taker: Taker, outside: array[int]) -> Taker:
    """The taker, not given the rows of events that are outside."""

    def take(table: pa.Table) -> None:
        kept = _without(table, outside)
        if kept.num_rows:
            taker(kept)

    return take


def _without(table: pa.Table, events: array[int]) -> pa.Table:
    """The table's rows that were made from other events than these, which are in order."""
    ends = pc.min_max(table.column(EVENT_COLUMN)).as_py()
    if not events or ends["min"] is None:
        return table
    near = events[bisect_left(events, ends["min"]) : bisect_right(events, ends["max"])]
    if not near:
        return table
    left_out = pc.is_in(table.column(EVENT_COLUMN), pa.array(near, pa.int64()))
    return table.filter(pc.invert(left_out))


@dataclass(frozen=True, slots=True)
class View:
    """A Defender table over logs: its rows, and the columns no event of these logs can fill."""

    table: str
    rows: int
    unfilled: frozenset[str]


def views(scan: Scan) -> list[View]:
    """The Defender tables of a scan that was asked for them, in their order."""
    sources = sorted({source for report in scan.reports for source in report.sources})
    made = []
    for name, schema in defender.TABLES.items():
        if name not in scan.tables:
            continue
        filled = frozenset().union(*(defender.filled(name, *source) for source in sources))
        made.append(View(name, scan.tables[name].num_rows, frozenset(schema.names()) - filled))
    return made


def every_view() -> Wants:
    """What `views` needs: each Defender table with nothing but its time."""
    times = frozenset({"Timestamp", "TimeGenerated"})
    return Wants(defender={name: times & frozenset(schema.names()) for name, schema in defender.TABLES.items()})
