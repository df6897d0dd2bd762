"""Rows of Log Analytics' SecurityEvent table, the Windows Security log in Sentinel; see kustorows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import orjson

from antivenom.tables import Damage, Event, Need, Reading
from antivenom.telemetry.format import Format, Input
from antivenom.telemetry.kustorows import Row, header, looks_like_json, rows
from antivenom.telemetry.times import nanoseconds

_TABLE = "SecurityEvent"
_NEEDED = ("EventID", "TimeGenerated", "Computer")
_OWN = frozenset(
    {
        "Account",
        "Activity",
        "NewProcessName",
        "SubjectUserName",
        "SubjectUserSid",
        "TargetUserName",
        "CommandLine",
    }
)
_TIMES = ("TimeGenerated", "TimeCreatedUtc")


def sniff(head: bytes) -> int:
    """How sure this is a SecurityEvent export: by a CSV header, or by member names near the start of JSON."""
    if looks_like_json(head):
        text = head.replace(b"\0", b"")
        needed = all(f'"{name}"'.encode() in text for name in _NEEDED)
        return 80 if needed and any(f'"{name}"'.encode() in text for name in _OWN) else 0
    names = header(head)
    return 95 if all(name in names for name in _NEEDED) and _OWN.intersection(names) else 0


def read(source: Input, need: Need) -> Iterator[Reading]:
    """An event for each row, in file order; the kind is "SecurityEvent/" and the EventID."""
    for row in rows(source):
        if isinstance(row, Damage):
            yield row
            continue
        number = row.fields.get("EventID")
        if not isinstance(number, str) or not number.isdecimal():
            yield Damage(row.origin, "a SecurityEvent row with a number as EventID", repr(number)[:100])
        elif need.wants(f"{_TABLE}/{number}"):
            yield _event(f"{_TABLE}/{number}", row, need)


def write(events: Iterable[Event], stream: BinaryIO) -> None:
    """Write rows as JSON, one a line."""
    stream.writelines(orjson.dumps(dict(event.fields), option=orjson.OPT_APPEND_NEWLINE) for event in events)


FORMAT = Format("securityevent", sniff, read, write)


def _event(kind: str, row: Row, need: Need) -> Event:
    host = row.fields.get("Computer")
    times = (nanoseconds(text) for name in _TIMES if isinstance(text := row.fields.get(name), str))
    return Event(
        "securityevent",
        kind,
        next((time for time in times if time is not None), None),
        host if isinstance(host, str) and host else None,
        row.fields,
        row.raw if need.raw else None,
        row.origin,
    )
