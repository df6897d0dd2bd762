"""What readers give and everyone else reads: events, where they came from, and what was broken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar, NamedTuple

FieldValue = str | list[str] | None
"""A field as the product wrote it: text, several texts (a multivalue), or nothing."""


class Origin(NamedTuple):
    """Where an event stands, so that a person can find it again.

    `file` is the path as the user gave it, with `!member` for a file inside an archive. `record` is the
    format's own record number (EVTX EventRecordID, CSV or JSON ordinal from 1), `line` a text line from
    1, `offset` the byte offset in the decompressed file; each is None where the format has none.
    """

    file: str
    record: int | None = None
    line: int | None = None
    offset: int | None = None

    def __str__(self) -> str:
        parts = [self.file]
        if self.line is not None:
            parts.append(f"line {self.line}")
        elif self.record is not None:
            parts.append(f"record {self.record}")
        if self.offset is not None:
            parts.append(f"byte {self.offset}")
        return ", ".join(parts)


class Damage(NamedTuple):
    """A stretch of a log that could not be read, with what should have been there."""

    origin: Origin
    expected: str
    found: str


class Event(NamedTuple):
    """One event as its product recorded it.

    product  the format family: "windows", "auditd", "defender", "securityevent", "eslogger", "esxi".
    kind     the kind of event in that family: "Microsoft-Windows-Sysmon/1", "EXECVE", "DeviceProcessEvents",
             "exec". A joined audit event has the kind of its leading record ("SYSCALL" when there is one).
    time     nanoseconds since 1970-01-01 UTC, or None when the event carries no readable time.
    host     the machine that recorded it, as written, or None.
    fields   the product's own field names and values, unchanged.
    raw      the text a log shipper would have sent (`_raw` in Splunk), or None.
    parts    for audit events: the single records, each an Event of its own kind; empty elsewhere.
    """

    product: str
    kind: str
    time: int | None
    host: str | None
    fields: Mapping[str, FieldValue]
    raw: str | None
    origin: Origin
    parts: tuple[Event, ...] = ()


class ColumnType(Enum):
    """Types a vocabulary column can have; the values are Kusto's names."""

    BOOL = "bool"
    INT = "int"
    LONG = "long"
    REAL = "real"
    DECIMAL = "decimal"
    STRING = "string"
    DATETIME = "datetime"
    TIMESPAN = "timespan"
    DYNAMIC = "dynamic"
    GUID = "guid"
    MULTIVALUE = "multivalue"


@dataclass(frozen=True, slots=True)
class Column:
    """A named, typed column of a vocabulary table."""

    name: str
    type: ColumnType


@dataclass(frozen=True, slots=True)
class Schema:
    """A vocabulary table as a query sees it: its name and its columns in order."""

    name: str
    columns: tuple[Column, ...]

    def names(self) -> list[str]:
        """The column names in order."""
        return [column.name for column in self.columns]

    def find(self, name: str) -> Column | None:
        """The column of exactly that name."""
        return next((column for column in self.columns if column.name == name), None)


@dataclass(slots=True)
class FileReport:
    """What reading one file gave: its format, its events, its damage, or why it was not understood."""

    file: str
    format: str | None = None
    bytes: int = 0
    events: int = 0
    records: int = 0
    kinds: dict[str, int] = field(default_factory=dict)
    sources: set[tuple[str, str]] = field(default_factory=set)
    """Product and kind of its events."""
    hosts: set[str] = field(default_factory=set)
    first: int | None = None
    last: int | None = None
    damage: list[Damage] = field(default_factory=list)
    damaged: int = 0
    reason: str | None = None

    MOST_DAMAGE: ClassVar[int] = 1_000
    """How many damages are kept; all are counted."""

    def broke(self, damage: Damage) -> None:
        """Count one damage, and keep it while there is room."""
        self.damaged += 1
        if len(self.damage) < self.MOST_DAMAGE:
            self.damage.append(damage)

    def saw(self, event: Event) -> None:
        """Count one event."""
        self.events += 1
        self.records += max(1, len(event.parts))
        for part in event.parts or (event,):
            self.kinds[part.kind] = self.kinds.get(part.kind, 0) + 1
        self.sources.add((event.product, event.kind))
        if event.host:
            self.hosts.add(event.host)
        if event.time is not None:
            self.first = event.time if self.first is None else min(self.first, event.time)
            self.last = event.time if self.last is None else max(self.last, event.time)


EVENT_COLUMN = "antivenom.event"
"""The column of every table made from logs that numbers the event a row was made from."""

Reading = Event | Damage
"""What a reader yields, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a query asks of the readers; a reader may use it to skip work, never to change an answer.

    kinds  the event kinds wanted (`Event.kind`, or a part's kind; "*/1" is event 1 of any provider), or
           None for all of them.
    raw    whether `Event.raw` is read; else it is read of events of the products `raw_of` alone.
    """

    kinds: frozenset[str] | None = None
    raw: bool = True
    raw_of: frozenset[str] = frozenset()

    def raw_for(self, product: str) -> bool:
        """Whether `Event.raw` of this product's events is read."""
        return self.raw or product in self.raw_of

    def wants(self, kind: str) -> bool:
        """Whether events of this kind are wanted."""
        return self.kinds is None or kind in self.kinds or f"*/{kind.rpartition('/')[2]}" in self.kinds

    def join(self, others: Iterable[Need]) -> Need:
        """One need that satisfies this and all others."""
        kinds, raw, raw_of = self.kinds, self.raw, self.raw_of
        for other in others:
            kinds = None if kinds is None or other.kinds is None else kinds | other.kinds
            raw = raw or other.raw
            raw_of |= other.raw_of
        return Need(kinds, raw, raw_of)


EVERYTHING = Need()
