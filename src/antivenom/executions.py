"""Which rows of the process table record the same execution: one process seen by several sensors or files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from antivenom.tables import EVENT_COLUMN

CLOSE_NS = 2 * 10**9
"""How far apart, in nanoseconds, two sensors may see one start. Sensors stamp an event when they handle it."""


def same_executions(rows: Iterable[Mapping[str, Any]]) -> dict[int, int]:
    """Event number -> the lowest event number that records the same execution.

    Rows are of the process table, their `time` in nanoseconds. Two rows are one execution when they share
    a unique process id on one host; or a process id, an executable name and, within CLOSE_NS, a start
    time on one host. Where one of two rows names no host, their command lines must be equal too.
    """
    found: dict[int, int] = {}
    buckets: dict[object, list[Mapping[str, Any]]] = {}
    for row in sorted(rows, key=_order):
        first = next((other for other in buckets.get(_bucket(row), []) if _same(other, row)), None)
        if first is None:
            buckets.setdefault(_bucket(row), []).append(row)
        found[row[EVENT_COLUMN]] = (first or row)[EVENT_COLUMN]
    return found


def _order(row: Mapping[str, Any]) -> tuple[int, int]:
    time = row.get("time")
    return (-1 if time is None else time, row[EVENT_COLUMN])


def _bucket(row: Mapping[str, Any]) -> object:
    name = str(row.get("process.name") or "").casefold()
    return (row.get("process.pid"), name)


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if one.get("process.pid") is None:
        return False
    hosts = _host(one), _host(other)
    if all(hosts) and not _one_host(*hosts):
        return False
    if not all(hosts) and one.get("process.cmd_line") != other.get("process.cmd_line"):
        return False
    uids = one.get("process.uid"), other.get("process.uid")
    if all(uids) and uids[0] == uids[1]:
        return True
    times = one.get("time"), other.get("time")
    return None not in times and abs(times[0] - times[1]) <= CLOSE_NS  # type: ignore[operator]


def _host(row: Mapping[str, Any]) -> str:
    return str(row.get("device.hostname") or "").casefold()


def _one_host(one: str, other: str) -> bool:
    """Equal names, or one the short form of the other."""
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")
