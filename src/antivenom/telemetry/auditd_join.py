"""Audit records joined into events by node, time and serial.

An event is complete at its EOE record, at once when a program sent it (such records have a serial of their
own), or at the end of the file. When more than MAX_OPEN events, or MAX_HELD bytes of them, are open, the
older half of them is complete too: records find each other over at least MAX_OPEN / 2 events. One that comes
later still is an event of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from antivenom.tables import Event, Need, Origin
from antivenom.telemetry.auditd_fields import Fields, JoinedFields

MAX_OPEN = 1024
MAX_HELD = 16 << 20
MAX_EVENT = 8 << 20
"""Bytes one event can have; the longest command line Linux starts has 2 MiB, 4 in hex."""
MAX_STRETCHES = 4096
"""Scattered pieces one event can have before it is handed out as it is."""

Stretch = tuple[int, int, bytes, bytes | None]
"""Consecutive records of one event: offset and line of the first, their text, the line if it has a prefix."""
Key = tuple[bytes, bytes]
"""What makes records one event: "node=X " or nothing, and "seconds.milliseconds:serial"."""


class Joiner:
    """Events some of whose records were read. Records are taken apart only when their event is wanted."""

    def __init__(self, name: str, need: Need) -> None:
        self.name, self.need = name, need
        kinds = None if need.kinds is None else b"|".join(re.escape(kind.encode()) for kind in sorted(need.kinds))
        self.wanted = None if kinds is None else re.compile(rb"type=(?:" + kinds + rb") ").search
        self.open: dict[Key, list[Stretch]] = {}
        self.held = 0
        self.kinds: dict[bytes, str] = {}

    def add(self, key: Key, stretch: Stretch, *, done: bool) -> Iterable[Event]:
        """Give records to their event; gives the events that are complete by now."""
        stretches = self.open.get(key)
        if stretches is None:
            if done:
                return self._wanted(key, [stretch])
            self.open[key] = [stretch]
        else:
            stretches.append(stretch)
        self.held += len(stretch[2])
        if done or (stretches is not None and _is_full(stretches)):
            return self._close([key])
        if len(self.open) > MAX_OPEN or self.held > MAX_HELD:
            return self._close(list(self.open)[: (len(self.open) + 1) // 2])
        return ()

    def rest(self) -> Iterable[Event]:
        """The events that are still open at the end."""
        return self._close(list(self.open))

    def _close(self, keys: Iterable[Key]) -> list[Event]:
        events: list[Event] = []
        for key in keys:
            stretches = self.open.pop(key)
            for stretch in stretches:
                self.held -= len(stretch[2])
            events += self._wanted(key, stretches)
        return events

    def _wanted(self, key: Key, stretches: list[Stretch]) -> Iterable[Event]:
        """The event of these records, if one of them is wanted."""
        if self.wanted is not None:
            for stretch in stretches:
                if self.wanted(stretch[2]) is not None:
                    break
            else:
                return ()
        return (self._event(key, stretches),)

    def _event(self, key: Key, stretches: list[Stretch]) -> Event:
        node, stamp = key
        time = _nanoseconds(stamp)
        host = node[5:-1].decode("utf-8", "replace") or None
        parts = [self._part(time, host, *record) for stretch in stretches for record in _records(*stretch)]
        lead = next((part for part in parts if part.kind == "SYSCALL"), parts[0])
        records = [(part.kind, part.fields) for part in parts if isinstance(part.fields, Fields)]
        assert isinstance(lead.fields, Fields)
        fields = JoinedFields(lead.fields, records)
        return Event("auditd", lead.kind, time, host, fields, None, parts[0].origin, tuple(parts))

    def _part(self, time: int, host: str | None, offset: int, number: int, text: bytes, whole: bytes | None) -> Event:
        start = text.index(b"type=") + 5
        name = text[start : text.index(b" ", start)]
        kind = self.kinds.get(name)
        if kind is None:
            kind = name.decode("utf-8", "replace")
            if len(self.kinds) < MAX_OPEN:
                self.kinds[name] = kind
        record = text.decode("utf-8", "replace")
        raw = None if not self.need.raw_for("auditd") else record if whole is None else whole.decode("utf-8", "replace")
        return Event("auditd", kind, time, host, Fields(record), raw, Origin(self.name, None, number, offset))


def _is_full(stretches: list[Stretch]) -> bool:
    """Whether an event is handed out as it is; its bytes are counted when a long stretch comes."""
    long = len(stretches[-1][2]) > MAX_EVENT // 256 or len(stretches) % 64 == 0
    return len(stretches) >= MAX_STRETCHES or (long and sum(len(text) for _, _, text, _ in stretches) > MAX_EVENT)


def _records(offset: int, number: int, text: bytes, prefixed: bytes | None) -> Iterator[Stretch]:
    """The single records of a stretch of lines."""
    for item in text.split(b"\n")[:-1]:
        yield offset, number, item.rstrip(b"\r"), prefixed
        offset += len(item) + 1
        number += 1


def _nanoseconds(stamp: bytes) -> int:
    seconds, _, rest = stamp.partition(b".")
    fraction = rest.partition(b":")[0]
    return int(seconds) * 1_000_000_000 + int(fraction.ljust(9, b"0"))
