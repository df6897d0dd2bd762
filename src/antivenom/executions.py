"""Which rows of the process table record the same execution: one process seen by several sensors or files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from antivenom.tables import EVENT_COLUMN

CLOSE_NS = 2 * 10**9
"""How far apart, in nanoseconds, two sensors may see one start. Sensors stamp an event when they handle it."""

LATE_NS = 10 * 10**9
"""The same where the command lines are equal: shippers that write a time of their own were seen 6 seconds late."""

_MOST_LOOKED_AT = 32
"""Among how many executions of one process id and name, the latest first, a row looks for its own."""

Row = Mapping[str, Any]
_Group = dict[object, Row]
"""One execution: for each product the first row that records it; the first of all leads."""


def same_executions(rows: Iterable[Row]) -> dict[int, int]:
    """Event number -> the number of the earliest event that records the same execution.

    Rows are of the process table, their `time` in nanoseconds. Two rows are one execution when they share
    a unique process id on one host; or a process id, an executable name and, within CLOSE_NS, a start
    time on one host (within LATE_NS where two products give one command line). A product that gives two
    rows another unique id or command line saw two executions: process ids are used again within milliseconds,
    and a process can exec itself. Where one of two rows names no host, their command lines must be equal.
    Of several executions that fit, a row belongs to the nearest in time.
    """
    found: dict[int, int] = {}
    buckets: dict[object, list[_Group]] = {}
    for row in sorted(rows, key=_order):
        for bucket in _buckets(row):
            groups = buckets.setdefault(bucket, [])
            fitting = [group for group in groups[-_MOST_LOOKED_AT:] if _fits(group, row)]
            if fitting:
                break
        group = min(fitting, key=lambda group: _apart(_lead(group), row)) if fitting else {}
        group.setdefault(row.get("metadata.product"), row)
        for bucket in _buckets(row):
            if not fitting:
                buckets[bucket].append(group)
        found[row[EVENT_COLUMN]] = _lead(group)[EVENT_COLUMN]
    return found


def _order(row: Row) -> tuple[int, int]:
    time = row.get("time")
    return (-1 if time is None else time, row[EVENT_COLUMN])


def _buckets(row: Row) -> list[object]:
    """Where a row looks for its execution: among those with its unique id, and those of its process id."""
    name = str(row.get("process.name") or "").casefold()
    pid, uid = row.get("process.pid"), _uid(row)
    return [*([(uid, pid, name)] if uid else []), (pid, name)]


def _lead(group: _Group) -> Row:
    return next(iter(group.values()))


def _fits(group: _Group, row: Row) -> bool:
    """Whether a row is of the execution that a group of rows records."""
    other = group.get(row.get("metadata.product"))
    return _same(_lead(group), row) and (other is None or not _two(other, row))


def _same(one: Row, other: Row) -> bool:
    if one.get("process.pid") is None:
        return False
    hosts = _host(one), _host(other)
    alike = _line(one) == _line(other)
    if all(hosts) and not _one_host(*hosts):
        return False
    if not all(hosts) and not alike:
        return False
    uids = _uid(one), _uid(other)
    if all(uids) and uids[0] == uids[1]:
        return True
    late = alike and one.get("metadata.product") != other.get("metadata.product")
    return _apart(one, other) <= (LATE_NS if late else CLOSE_NS)


def _two(one: Row, other: Row) -> bool:
    """Whether two rows of one product say that they are two executions."""
    uids = _uid(one), _uid(other)
    if all(uids):
        return uids[0] != uids[1]
    lines = _line(one), _line(other)
    return all(lines) and lines[0] != lines[1]


def _apart(one: Row, other: Row) -> float:
    times = one.get("time"), other.get("time")
    return float("inf") if None in times else abs(times[0] - times[1])  # type: ignore[operator]


def _uid(row: Row) -> str:
    return str(row.get("process.uid") or "").casefold()


def _line(row: Row) -> str:
    return str(row.get("process.cmd_line") or "")


def _host(row: Row) -> str:
    return str(row.get("device.hostname") or "").casefold()


def _one_host(one: str, other: str) -> bool:
    """Equal names, or one the short form of the other."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")
