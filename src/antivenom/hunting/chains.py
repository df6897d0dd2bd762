"""What came before and after a finding's execution: its ancestors, its children, its connections and its files.

Rows are linked by `antivenom.actor`, the number of the event that started the process which did something; see
`vocabularies.parents` for how that is known. Nothing is linked by name or by closeness in time alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa

from antivenom.executions import same_executions
from antivenom.findings import Finding, Step
from antivenom.hunting.merging import process_rows, rows_where
from antivenom.logs import PROCESSES, Scan
from antivenom.tables import EVENT_COLUMN
from antivenom.vocabularies.parents import ACTOR

CONNECTIONS, FILES = "activity.network", "activity.file"

CONTEXT: Mapping[str, frozenset[str]] = {
    "network": frozenset({"time", "activity_name", "status", "direction", "metadata.product", ACTOR})
    | {"dst.ip", "dst.port", "dst.hostname", "src.ip", "src.port", "protocol"},
    "file": frozenset({"time", "activity_name", "status", "metadata.product", ACTOR, "file.path"}),
}
"""Activity table -> the columns a chain shows of it."""

_ANCESTORS = 6
_MOST_BESIDE = 8
_GENERATIONS = 4
_MOST_STEPS = 60
"""Steps of one chain, those below one process counted together; the rest is counted, not shown."""

Row = dict[str, Any]


def with_chains(findings: Sequence[Finding], events: Sequence[tuple[int, ...]], scan: Scan) -> list[Finding]:
    """The findings, each with its chain where its execution is known. `events` are those each was made from."""
    family = _Family(scan, {number for numbers in events for number in numbers})
    return [replace(one, chain=family.chain(one, numbers)) for one, numbers in zip(findings, events, strict=True)]


class _Family:
    """The rows around some executions: processes by their event, and what each of them did."""

    def __init__(self, scan: Scan, flagged: set[int]) -> None:
        self._flagged = flagged
        self._known_acts: dict[int, tuple[Step, ...]] = {}
        self.processes = process_rows(flagged, scan)
        self._ancestors(scan)
        self.done: dict[int, list[tuple[str, Row]]] = {}
        self._descendants(scan)
        above = self._actors(self.processes[number] for number in flagged if number in self.processes)
        self._beside(above - self.done.keys(), scan)

    def _ancestors(self, scan: Scan) -> None:
        wanted = self._actors(self.processes.values())
        for _ in range(_ANCESTORS):
            found = process_rows(wanted - self.processes.keys(), scan)
            if not found:
                return
            self.processes |= found
            wanted = self._actors(found.values())

    @staticmethod
    def _actors(rows: Iterable[Row]) -> set[int]:
        return {row[ACTOR] for row in rows if row.get(ACTOR) is not None}

    def _descendants(self, scan: Scan) -> None:
        """What each execution did, and what its children did, a few generations down."""
        parents = set(self._flagged)
        asked: set[int] = set()
        for _ in range(_GENERATIONS):
            asked |= parents
            started: set[int] = set()
            for name, kind in ((PROCESSES, "process"), (CONNECTIONS, "connection"), (FILES, "file")):
                for row in _done_by(parents, scan.tables.get(name)):
                    if kind == "process" and row.get("activity_name") != "Launch":
                        continue
                    self.done.setdefault(row[ACTOR], []).append((kind, row))
                    if kind == "process":
                        self.processes.setdefault(row[EVENT_COLUMN], row)
                        started.add(row[EVENT_COLUMN])
            parents = started - asked
            if not parents:
                return

    def _beside(self, parents: set[int], scan: Scan) -> None:
        """The connections and files of parents, which may be why the child was flagged."""
        for name, kind in ((CONNECTIONS, "connection"), (FILES, "file")):
            for row in _done_by(parents, scan.tables.get(name)):
                self.done.setdefault(row[ACTOR], []).append((kind, row))

    def chain(self, finding: Finding, numbers: tuple[int, ...]) -> Step | None:
        """The tree around one execution, from its oldest known ancestor; None where its start is not known."""
        own = [number for number in numbers if number in self.processes]
        shown = next((number for number in own if self._is_of(number, finding)), None)
        if shown is None:
            return None
        same = same_executions([self.processes[number] for number in sorted(own)])
        records = [number for number in own if same[number] == same[shown]]
        return self._above(shown, self._step(records, shown, [_MOST_STEPS], set(records)))

    def _is_of(self, number: int, finding: Finding) -> bool:
        """Whether an event is the start that the finding tells of."""
        row, process = self.processes[number], finding.process
        return (row.get("process.cmd_line"), row.get("process.pid")) == (process.command_line, process.pid)

    def _step(self, records: list[int], shown: int, room: list[int], seen: set[int]) -> Step:
        """A process, which several events may record, and what it did."""
        done = _once([pair for number in records for pair in self.done.get(number, ())])
        children, more = [], 0
        for kind, rows in done:
            if room[0] <= 0:
                more += 1
                continue
            room[0] -= 1
            row = rows[0]
            if kind == "process":
                fresh = [one[EVENT_COLUMN] for one in rows if one[EVENT_COLUMN] not in seen]
                seen.update(fresh)
                children.append(self._step(fresh, row[EVENT_COLUMN], room, seen))
            else:
                children.append(_act(kind, rows))
        made = _process(self.processes[shown])
        flagged = not self._flagged.isdisjoint(records)
        return replace(made, flagged=flagged, children=tuple(children), more=more)

    def _above(self, number: int, step: Step) -> Step:
        """The step below its ancestors; one whose start was not recorded is known by what its child says of it."""
        for _ in range(_ANCESTORS):
            row = self.processes[number]
            parent = row.get(ACTOR)
            if parent is None or parent not in self.processes or parent == number:
                above = _named(row)
                return step if above is None else replace(above, children=(step,))
            step = replace(_process(self.processes[parent]), children=(*self._acts(parent), step))
            number = parent
        return step

    def _acts(self, number: int) -> tuple[Step, ...]:
        """The connections and files of a process, the first few. Many findings may ask it of one parent."""
        if number not in self._known_acts:
            done = _once([one for one in self.done.get(number, ()) if one[0] != "process"])
            steps = (_act(kind, rows) for kind, rows in done[:_MOST_BESIDE])
            self._known_acts[number] = tuple(steps)
        return self._known_acts[number]


def _done_by(actors: set[int], table: pa.Table | None) -> list[Row]:
    """The rows of a table that these did, in order of time."""
    if table is None or not table.num_rows or ACTOR not in table.column_names:
        return []
    rows = rows_where(table, ACTOR, actors)
    return sorted(rows, key=lambda row: (row["time"] is None, row["time"] or 0, row[EVENT_COLUMN]))


def _once(done: list[tuple[str, Row]]) -> list[tuple[str, list[Row]]]:
    """What was done, in order of time, each thing once though several sensors may have recorded it."""
    starts = [row for kind, row in done if kind == "process"]
    same = same_executions(starts)
    groups: dict[object, list[Row]] = {}
    for row in starts:
        groups.setdefault(("process", same[row[EVENT_COLUMN]]), []).append(row)
    for kind, row in done:
        if kind != "process":
            groups.setdefault((kind, _key(kind, row)), []).append(row)
    made = [(str(key[0]), rows) for key, rows in groups.items() if isinstance(key, tuple)]
    return sorted(made, key=lambda one: (one[1][0].get("time") or 0, one[1][0][EVENT_COLUMN]))


def _key(kind: str, row: Row) -> tuple[object, ...]:
    """What makes two rows one thing: the same address, or the same file and what was done to it."""
    if kind == "connection":
        return (row.get("dst.ip"), row.get("dst.port"), row.get("direction"))
    return (row.get("activity_name"), row.get("file.path"))


def _by_product(rows: list[Row]) -> dict[object, list[Row]]:
    found: dict[object, list[Row]] = {}
    for row in rows:
        found.setdefault(row.get("metadata.product"), []).append(row)
    return found


def _outcome(rows: list[Row]) -> str:
    """Whether it failed, as a sensor says that saw it fail each time; others do not record how it ended."""
    failed = (all(row.get("status") == "Failure" for row in own) for own in _by_product(rows).values())
    return "failed" if any(failed) else ""


def _times(rows: list[Row]) -> int:
    """How often it was done: as often as the sensor says that saw most of it."""
    return max(map(len, _by_product(rows).values()))


def _process(row: Row) -> Step:
    text = row.get("process.cmd_line") or row.get("process.file.path") or row.get("process.name") or ""
    return Step(
        "process", row.get("time"), str(text), name=str(row.get("process.name") or ""), pid=row.get("process.pid")
    )


def _named(row: Row) -> Step | None:
    """The parent as the row of its child names it."""
    text = row.get("actor.process.cmd_line") or row.get("actor.process.file.path") or row.get("actor.process.name")
    if not text:
        return None
    name, pid = str(row.get("actor.process.name") or ""), row.get("actor.process.pid")
    return Step("process", row.get("actor.process.created_time"), str(text), name=name, pid=pid)


def _connection(row: Row) -> Step:
    address = str(row.get("dst.ip") or row.get("dst.hostname") or "")
    where = f"[{address}]" if ":" in address else address
    port = row.get("dst.port")
    host = row.get("dst.hostname")
    named = f" ({host})" if host and host != address and host != "-" else ""
    text = f"{where}:{port}{named}" if port is not None else f"{where}{named}"
    way = "from" if row.get("direction") == "Inbound" else "to"
    return Step("connection", row.get("time"), text, name=way)


def _file(row: Row) -> Step:
    return Step("file", row.get("time"), str(row.get("file.path") or ""), name=str(row.get("activity_name") or ""))


_MAKERS = {"connection": _connection, "file": _file}


def _act(kind: str, rows: list[Row]) -> Step:
    """A connection or a file, which several sensors may have recorded, and often."""
    return replace(_MAKERS[kind](rows[0]), outcome=_outcome(rows), times=_times(rows))
