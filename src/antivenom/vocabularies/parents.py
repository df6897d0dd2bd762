"""Who did it: filling what a row does not say about its actor from the start of the process it names.

In a process row the actor is the parent. A row names its actor by a unique id, or by a pid on a host; a pid is
of the process that started last with it, at or before the row's time, and has not ended since. So reuse of pids
is respected, and an exec in a running process replaces what came before. Where a row names its actor's
executable, a start with another name is not its actor: the actor's own start was not recorded. Times that are
equal go by the order of the events. What is not known stays null: nothing is guessed from names or other hosts.
A log that records neither forks nor exits (auditd with rules for execve alone) cannot tell that a pid went to a
fork of another process; there the last exec with that pid is taken.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.tables import EVENT_COLUMN, Event
from antivenom.vocabularies.columns import BATCH

HOST = "antivenom.host"
"""Helper column of activity tables: a text that is the same for events of one machine."""

ACTOR = "antivenom.actor"
"""Column of activity tables: the number of the event that started the row's actor, null where none is known."""

FILLED: Mapping[str, str] = {
    **{
        f"actor.process.{name}": f"process.{name}"
        for name in (
            *("pid", "uid", "name", "file.path", "cmd_line", "created_time"),
            *("original_file_name", "integrity"),
            *("file.hashes.md5", "file.hashes.sha1", "file.hashes.sha256"),
        )
    },
    **{f"actor.user.{name}": f"user.{name}" for name in ("name", "domain", "uid")},
    "actor.session.uid": "session.uid",
}
"""Column of the actor -> the column of the actor's own start that fills it."""

GRANDPARENT: Mapping[str, str] = {
    f"actor.process.parent_process.{name}": f"actor.process.{name}"
    for name in ("pid", "name", "file.path", "created_time")
}
"""Column of the actor's parent -> the column of the actor's own start that fills it."""

_ACTOR_KEYS = ("actor.process.pid", "actor.process.uid", "actor.process.name")
KEYS = frozenset(("time", "activity_name", "status", *_ACTOR_KEYS, HOST))
START_KEYS = KEYS | {"process.pid", "process.uid", "process.name"}

_NO_NAMES = (None, "", "<unknown process>")

_ROTATED = re.compile(r"(\.\d+)?(\.gz|\.zip)?$")


def host_key(event: Event) -> str:
    """The machine of an event; where the log does not name it, the log without its rotation number."""
    host = event.host
    return host.lower() if host else "/" + _ROTATED.sub("", event.origin.file, count=1)


def needs(column: str) -> frozenset[str]:
    """The process columns that filling `column` reads; empty for a column that is never filled."""
    if column == ACTOR:
        return START_KEYS
    if column in FILLED:
        return START_KEYS | {FILLED[column]}
    if column in GRANDPARENT:
        source = GRANDPARENT[column]
        return START_KEYS | {source, FILLED[source]}
    return frozenset()


@dataclass(frozen=True, slots=True)
class _Keys:
    """The columns of one table that decide who the actor is, as Python lists."""

    hosts: list[str]
    times: list[int | None]
    numbers: list[int]
    actor_pids: list[int | None]
    actor_uids: list[str | None]
    actor_names: list[str | None]

    @classmethod
    def of(cls, table: pa.Table) -> _Keys:
        return cls(
            table[HOST].to_pylist(),
            table["time"].cast(pa.int64()).to_pylist(),
            table[EVENT_COLUMN].to_pylist(),
            _values(table, "actor.process.pid"),
            _values(table, "actor.process.uid"),
            _values(table, "actor.process.name"),
        )

    def in_time(self, table: int) -> Iterator[tuple[int, int, int, int]]:
        """(time, event number, table, row) in order of time; rows without a time are left out."""
        times = self.times
        rows = sorted((row for row in range(len(times)) if times[row] is not None), key=times.__getitem__)  # type: ignore[arg-type]
        return ((times[row], self.numbers[row], table, row) for row in rows)  # type: ignore[misc]


def fill(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The activity tables with their actor columns filled; "process" must be among them."""
    starts = tables["process"]
    names = list(tables)
    actors = dict(zip(names, _actors(starts, [tables[name] for name in names], names), strict=True))
    filled = {"process": _fill(starts, starts, actors["process"], FILLED)}
    for name in names:
        if name != "process":
            filled[name] = _fill(tables[name], starts, actors[name], FILLED)
    parents = filled["process"]
    numbers = starts[EVENT_COLUMN]
    return {
        name: _fill(table, parents, actors[name], GRANDPARENT).append_column(ACTOR, _taken(numbers, actors[name]))
        for name, table in filled.items()
    }


def _actors(starts: pa.Table, tables: list[pa.Table], names: list[str]) -> list[pa.Array]:
    """For each table, the row of `starts` that started each row's actor, or null."""
    keys = [_Keys.of(table) for table in tables]
    process = names.index("process")
    found: list[list[int | None]] = [_by_uid(starts, key) for key in keys]
    pids, uids = _values(starts, "process.pid"), _values(starts, "process.uid")
    images = _values(starts, "process.name")
    launched, ended = _mask(starts, "Launch"), _mask(starts, "Terminate")
    running: dict[tuple[str, int], int] = {}
    for _, _, at, row in heapq.merge(*(key.in_time(index) for index, key in enumerate(keys))):
        key = keys[at]
        pid = key.actor_pids[row]
        if pid is not None and found[at][row] is None:
            start = running.get((key.hosts[row], pid))
            if (
                start is not None
                and _agree(key.actor_uids[row], uids[start])
                and _alike(key.actor_names[row], images[start])
            ):
                found[at][row] = start
        if at == process and (own := pids[row]) is not None:
            if launched[row]:
                running[key.hosts[row], own] = row
            elif ended[row]:
                running.pop((key.hosts[row], own), None)
    return [pa.array(rows, pa.int64()) for rows in found]


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two unique ids can be of one process: two that differ are of two, whatever their pids."""
    return one is None or other is None or one == other


def _alike(one: str | None, other: str | None) -> bool:
    """Whether two names can be of one executable."""
    return one in _NO_NAMES or other in _NO_NAMES or str(one).casefold() == str(other).casefold()


def _by_uid(starts: pa.Table, key: _Keys) -> list[int | None]:
    known: dict[tuple[str, str], int] = {}
    launched = _mask(starts, "Launch")
    hosts = starts[HOST].to_pylist()
    for row, uid in enumerate(_values(starts, "process.uid")):
        if uid is not None and launched[row]:
            known.setdefault((hosts[row], uid), row)
    if not known:
        return [None] * len(key.hosts)
    return [
        None if uid is None else known.get((host, uid)) for host, uid in zip(key.hosts, key.actor_uids, strict=True)
    ]


def _mask(starts: pa.Table, activity: str) -> list[bool]:
    """Rows of that activity that did happen."""
    happened = pc.fill_null(pc.not_equal(starts["status"], "Failure"), True)
    such = pc.fill_null(pc.equal(starts["activity_name"], activity), False)
    mask: list[bool] = pc.and_(such, happened).to_pylist()
    return mask


def _values(table: pa.Table, name: str) -> list[Any]:
    return table[name].to_pylist() if name in table.column_names else [None] * table.num_rows


def _fill(table: pa.Table, starts: pa.Table, rows: pa.Array, sources: Mapping[str, str]) -> pa.Table:
    for position, name in enumerate(table.column_names):
        source = sources.get(name)
        if source is not None and source in starts.column_names and rows.null_count < len(rows):
            column = pc.coalesce(table[name], _taken(starts[source], rows))
            table = table.set_column(position, name, column)
    return table


def _taken(column: pa.ChunkedArray, rows: pa.Array) -> pa.ChunkedArray:
    """The column's values at these rows. Goes over 64 bit offsets, so that no column is too long."""
    type_ = column.type
    whole = column.cast(pa.large_string()) if type_ == pa.string() else column
    values = whole.combine_chunks()
    chunks = [values.take(rows[at : at + BATCH]).cast(type_) for at in range(0, len(rows), BATCH)]
    return pa.chunked_array(chunks, type_)
