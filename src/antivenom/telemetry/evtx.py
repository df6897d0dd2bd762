"""Windows event logs as the event log service keeps them (EVTX).

The file is walked here, chunk by chunk and record by record, and each chunk is handed alone to the `evtx`
library (Rust), so that nothing broken in one chunk can hide another. The library renders XML, which the
reader of event XML turns into fields: one path for both formats, and faster than its JSON. Three things the
library writes otherwise than Windows are put back: GUIDs get their braces, SystemTime its seventh digit
(looked up in the record's bytes), and the raw text Windows' quotes.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import NamedTuple

import evtx

from antivenom.tables import Damage, Event, Need, Origin, Reading
from antivenom.telemetry import eventxml, windows
from antivenom.telemetry.evtx_chunks import (
    CHUNK_MAGIC,
    FILE_MAGIC,
    HEADER_BYTES,
    MOST_RECORDS,
    TABLES,
    Chunk,
    Record,
    Survey,
    chunks,
    damage,
    survey_of,
)
from antivenom.telemetry.format import Format, Input

_ONE_CHUNK = FILE_MAGIC + struct.pack("<QQQIHHHH", 0, 0, 1, 128, 1, 3, HEADER_BYTES, 1) + bytes(HEADER_BYTES - 44)
_RECORD_NUMBER = re.compile(r"record number (\d+)")
_RECORD_BODY = 24


def sniff(head: bytes) -> int:
    """Certain by the file's magic; likely by a chunk's, where the file's header is gone."""
    if head.startswith(FILE_MAGIC):
        return 100
    return 90 if CHUNK_MAGIC in (head[:8], head[HEADER_BYTES : HEADER_BYTES + 8]) else 0


def read(source: Input, need: Need) -> Iterator[Reading]:
    """Events and damage in file order; see the module's text for what is put back to Windows' way."""
    wants = windows.kinds_wanted(need)
    with source.open() as stream:
        for found in chunks(stream, source.name):
            if isinstance(found, Damage):
                yield found
            else:
                yield from _Chunked(found, source.name, wants, need.raw_for("windows")).read()


class _Chunked:
    """The reading of one chunk."""

    def __init__(self, chunk: Chunk, name: str, wants: Callable[[str], bool] | None, raw: bool) -> None:
        self.chunk, self.name, self.wants, self.raw = chunk, name, wants, raw
        self.survey = survey_of(chunk.data)
        self.places: dict[int, list[Record]] = {}
        for record in self.survey.records:
            self.places.setdefault(record.number, []).append(record)

    def read(self) -> Iterator[Reading]:
        """The chunk's faults first, then its records in order, then records the library never came to."""
        for at, expected, found in self.survey.lies:
            yield self._damage(at, expected, found)
        for start, _, found in self.survey.gaps:
            yield self._damage(start, "a record with the magic ** and its size at both ends", found)
        for number, text in _rendered(self.survey) if self.survey.records else ():
            if number not in self.survey.filled:
                waiting = self.places.get(number) if number is not None else None
                yield from self._record(number, text, waiting.pop(0) if waiting else None)
        for left in self.places.values():
            for record in left:
                found = "nothing, the decoder stopped before it"
                yield self._damage(record.start, "a record that can be decoded", found, record.number)

    def _damage(self, at: int, expected: str, found: bytes | str, record: int | None = None) -> Damage:
        return damage(self.name, self.chunk.offset + at, expected, found, record)

    def _record(self, number: int | None, text: str | _Failed, place: Record | None) -> Iterator[Reading]:
        start = place.start if place else 0
        if isinstance(text, _Failed):
            yield self._damage(start, "a record that can be decoded", text.reason, number)
            return
        try:
            shown = number if number is not None and number < 1 << 63 else None
            event = self._event(text, Origin(self.name, shown, None, self.chunk.offset + start), place)
            if event is not None:
                yield event
        except eventxml.Broken as broken:
            yield self._damage(start, broken.expected, broken.found, number)

    def _event(self, text: str, origin: Origin, place: Record | None) -> Event | None:
        """The event of one rendered record, or None when its kind is not wanted. Raises Broken."""
        start = text.find("<TimeCreated")
        head = _head(text[:start]) if start > 0 else None
        if head is not None and self.wants is not None and not self.wants(head.kind):
            return None
        body = self.chunk.data[place.start + _RECORD_BODY : place.start + place.size] if place else b""
        found = eventxml.usual(text, start) if head is not None else None
        if head is None or found is None:
            return _event(text, body, origin, self.wants, self.raw)
        return _usual_event(head, found, body, origin, self.raw)


@dataclass(frozen=True, slots=True)
class _Failed:
    """The library's words for a record or chunk it could not decode."""

    reason: str


def _rendered(survey: Survey) -> Iterator[tuple[int | None, str | _Failed]]:
    """Number and XML of each record the library decodes, or why it did not; at need without string tables."""
    given = 0
    for number, text in _library(survey.data):
        given += number is not None
        yield number, text
    if not given:
        data = bytearray(survey.data)
        data[TABLES] = bytes(TABLES.stop - TABLES.start)
        yield from _library(bytes(data))


def _library(chunk: bytes) -> Iterator[tuple[int | None, str | _Failed]]:
    """What the `evtx` library gives for one chunk. Its errors and panics are caught record by record."""
    try:
        records = evtx.PyEvtxParser(BytesIO(_ONE_CHUNK + chunk), number_of_threads=1, indent=False).records()
    except (RuntimeError, OSError) as error:
        yield None, _Failed(str(error))
        return
    for _ in range(MOST_RECORDS + 1):
        try:
            record = next(records)
        except StopIteration:
            return
        except (RuntimeError, OSError) as error:
            reason = str(error)
            match = _RECORD_NUMBER.search(reason)
            yield int(match[1]) if match else None, _Failed(reason)
        except BaseException as error:
            # A panic in Rust arrives as a BaseException of a class that cannot be imported.
            if type(error).__name__ != "PanicException":
                raise
            yield None, _Failed(f"a fault of the decoder: {error}")
            return
        else:
            if record is not None:
                yield record["event_record_id"], record["data"]


# Text

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>\s*")
_GUID = re.compile(r'([">])([0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12})(?=["<])')
_BARE_GUID = re.compile(r"[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}")
_MICROSECONDS = re.compile(r'(<TimeCreated SystemTime=")([^"]{10}T[^"]{8}\.[0-9]{6}Z)"')
_NAMED = re.compile(r"""<Data Name="([^"'<>&]*)">""")
_QUOTED_TAG = re.compile(r'<[^<>"]*="[^<>]*>')
_QUOTED = re.compile(r'="([^"]*)"')
_EMPTY = re.compile(r"></(?:Provider|TimeCreated|Correlation|Execution|Security)>")
_FILETIME_OF_1970 = 116_444_736_000_000_000
_MOST_HEADS = 4096


class _Head(NamedTuple):
    """An event's text up to its time: its kind, its fields, and how Windows renders it."""

    kind: str
    fields: eventxml.Fields
    raw: str


_heads: dict[str, _Head | None] = {}


def _head(text: str) -> _Head | None:
    """The head of an event, which many share; None when it is odd."""
    if text in _heads:
        return _heads[text]
    if len(_heads) >= _MOST_HEADS:
        _heads.clear()
    raw = _as_windows(_braced(text) + "</System>").removesuffix("</System>")
    known = eventxml.prefix_of(raw)
    _heads[text] = None if known is None else _Head(*known, raw)
    return _heads[text]


def _usual_event(head: _Head, found: eventxml.Usual, body: bytes, origin: Origin, raw: bool) -> Event:
    """The event of a record of the usual shape. Raises Broken."""
    shown, time = _exactly(found.system[0] or "", body)
    _, number, activity, related, *others = found.system
    system = (shown, number, activity and _brace(activity), related and _brace(related), *others)
    data = [(name, _brace(value) if len(value) == 36 else value) for name, value in found.data]
    fields = eventxml.usual_fields(head.fields, eventxml.Usual(system, data))
    text = _usual_text(head, system, data) if raw else None
    return windows.event(fields, text, _numbered(origin, fields), time)


def _usual_text(head: _Head, system: tuple[str | None, ...], data: list[tuple[str, str]]) -> str:
    """The record's XML as Windows renders it."""
    time, number, activity, related, process, thread, channel, computer, user = system
    parts = [head.raw, f"<TimeCreated SystemTime='{time}'/><EventRecordID>{number}</EventRecordID>"]
    if process is not None:
        first = f" ActivityID='{activity}'" if activity is not None else ""
        second = f" RelatedActivityID='{related}'" if related is not None else ""
        parts.append(f"<Correlation{first}{second}/><Execution ProcessID='{process}' ThreadID='{thread}'/>")
    parts.append(f"<Channel>{channel}</Channel><Computer>{computer}</Computer>")
    parts.append(f"<Security UserID='{user}'/>" if user is not None else "<Security/>")
    parts.append("</System><EventData>")
    for name, value in data:
        if name == "Binary" or name == "Data":
            parts.append(f"<{name}>{value}</{name}>")
        elif "'" in name or "&quot;" in name:
            parts.append(f"<Data Name='{_requoted(name)}'>{value}</Data>")
        else:
            parts.append(f"<Data Name='{name}'>{value}</Data>")
    parts.append("</EventData></Event>")
    return "".join(parts)


def _event(text: str, body: bytes, origin: Origin, wants: Callable[[str], bool] | None, raw: bool) -> Event | None:
    """The event of a record of any shape, or None when its kind is not wanted. Raises Broken."""
    text = _braced(_DECLARATION.sub("", text, count=1))
    text = _MICROSECONDS.sub(lambda match: f'{match[1]}{_exactly(match[2], body)[0]}"', text, count=1)
    fields = eventxml.parse(text, wants)
    if fields is None:
        return None
    return windows.event(fields, _as_windows(text) if raw else None, _numbered(origin, fields))


def _numbered(origin: Origin, fields: eventxml.Fields) -> Origin:
    """The origin with the EventRecordID; exporting a log numbers its records anew, but not its events."""
    number = windows.record_id(fields)
    return origin if number is None or number == origin.record else origin._replace(record=number)


def _brace(value: str) -> str:
    return f"{{{value}}}" if len(value) == 36 and _BARE_GUID.fullmatch(value) else value


def _braced(text: str) -> str:
    """Text with the braces of GUIDs, which the library leaves out."""
    return _GUID.sub(r"\1{\2}", text)


def _exactly(shown: str, body: bytes) -> tuple[str, int | None]:
    """A SystemTime of microseconds with its seventh digit, and as nanoseconds."""
    time = windows.nanoseconds(shown)
    if time is None or not shown.endswith("Z"):
        return shown, time
    digit = _seventh_digit(time, body)
    return (shown, time) if digit is None else (f"{shown[:-1]}{digit}Z", time + 100 * digit)


def _seventh_digit(time: int, body: bytes) -> int | None:
    """The 100 ns digit of a record's SystemTime: that of the first FILETIME in it that agrees otherwise."""
    least = time // 100 + _FILETIME_OF_1970
    if least < 0:
        return None
    for top in {least >> 8, (least + 9) >> 8}:
        tail = top.to_bytes(7, "little")
        at = body.find(tail, 1)
        while at > 0:
            digit = (top << 8 | body[at - 1]) - least
            if 0 <= digit <= 9:
                return digit
            at = body.find(tail, at + 1)
    return None


def _as_windows(text: str) -> str:
    """The library's XML with Windows' quotes, and its short form of the System elements without text."""
    cut = text.find("</System>")
    system = _QUOTED_TAG.sub(_single_quotes, _EMPTY.sub("/>", _DECLARATION.sub("", text[:cut], count=1)))
    payload = _NAMED.sub(r"<Data Name='\1'>", text[cut:])
    return system + _QUOTED_TAG.sub(_single_quotes, payload)


def _single_quotes(match: re.Match[str]) -> str:
    return _QUOTED.sub(lambda quoted: f"='{_requoted(quoted[1])}'", match[0])


def _requoted(text: str) -> str:
    """An attribute's text, written between double quotes, as it is written between single ones."""
    return text.replace("'", "&apos;").replace("&quot;", '"')


FORMAT = Format("evtx", sniff, read)
"""Windows event log files."""
