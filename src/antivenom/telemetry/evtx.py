"""Windows event logs as the event log service keeps them (EVTX).

The file is walked here, chunk by chunk and record by record, and each chunk is handed alone to the `evtx`
library (Rust), so that nothing broken in one chunk can hide another. The library renders XML, which the
reader of event XML turns into fields: one path for both formats, and faster than its JSON. Three things the
library writes otherwise than Windows are put back: GUIDs get their braces, SystemTime its seventh digit
(looked up in the record's bytes), and the raw text Windows' quotes.

Layout: [MS-EVEN6] describes BinXml only; chunk and record headers as in Joachim Metz, "Windows XML Event Log
(EVTX) format", 2023. A record's header is `**\\0\\0`, its size, number and time written; the size ends it too.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

import evtx

from antivenom.tables import Damage, Need, Origin, Reading
from antivenom.telemetry import eventxml, windows
from antivenom.telemetry.format import Format, Input

HEADER_BYTES = 4096
CHUNK_BYTES = 65_536
FILE_MAGIC = b"ElfFile\0"
CHUNK_MAGIC = b"ElfChnk\0"
RECORD_MAGIC = b"**\0\0"

_FIRST_RECORD = 512
_RECORD_HEADER = struct.Struct("<4sIQQ")
_LEAST_RECORD = 28
_MOST_RECORDS = (CHUNK_BYTES - _FIRST_RECORD) // _LEAST_RECORD
_FREE_SPACE = 48
_TABLES = slice(128, 512)
_ONE_CHUNK = (
    FILE_MAGIC + struct.pack("<QQQIHHHH", 0, 0, 1, 128, 1, 3, HEADER_BYTES, 1) + bytes(HEADER_BYTES - 44)
)
_FIRST_FILLER = (1 << 63) - 1
_RECORD_NUMBER = re.compile(r"record number (\d+)")


def sniff(head: bytes) -> int:
    """Certain by the file's magic; likely by a chunk's, where the file's header is gone."""
    if head.startswith(FILE_MAGIC):
        return 100
    return 90 if CHUNK_MAGIC in (head[:8], head[HEADER_BYTES : HEADER_BYTES + 8]) else 0


def read(source: Input, need: Need) -> Iterator[Reading]:
    """Events and damage in file order; see the module's text for what is put back to Windows' way."""
    wants = windows.kinds_wanted(need.kinds)
    with source.open() as stream:
        for found in _chunks(stream, source.name):
            if isinstance(found, Damage):
                yield found
            else:
                yield from _read_chunk(found, source.name, wants, need.raw)


# Chunks


@dataclass(slots=True)
class _Chunk:
    """A chunk's bytes, as many as there are, and where it stands in the file."""

    offset: int
    data: bytes


def _chunks(stream: BinaryIO, name: str) -> Iterator[_Chunk | Damage]:
    """Every chunk of the file, wherever it starts, whatever the header says of their number."""
    header = stream.read(HEADER_BYTES)
    at, promised, seen = HEADER_BYTES, 0, 0
    if header.startswith(FILE_MAGIC) and len(header) == HEADER_BYTES:
        promised = struct.unpack_from("<H", header, 42)[0]
    else:
        yield _damage(name, 0, f"a file header of {HEADER_BYTES} bytes with the magic ElfFile", header[:8])
        at = 0 if not header.startswith(FILE_MAGIC) and CHUNK_MAGIC not in header[-8:] else at
    while True:
        stream.seek(at)
        data = stream.read(CHUNK_BYTES + len(CHUNK_MAGIC) - 1)
        if len(data) < len(CHUNK_MAGIC):
            break
        chunk, seen = data[:CHUNK_BYTES], seen + 1
        if chunk.startswith(CHUNK_MAGIC) or _has_records(chunk):
            yield _Chunk(at, chunk)
            at += CHUNK_BYTES
        elif chunk.count(0) == len(chunk):
            if seen <= promised:
                yield _damage(name, at, "a chunk with the magic ElfChnk", "zeros")
            at += CHUNK_BYTES
        else:
            yield _damage(name, at, "a chunk with the magic ElfChnk", chunk[:8])
            next_magic = data.find(CHUNK_MAGIC, 1)
            at += next_magic if next_magic > 0 else CHUNK_BYTES
    if seen < promised:
        yield _damage(name, at, f"{promised} chunks, as the file header says", f"{seen}")


def _has_records(chunk: bytes) -> bool:
    """Whether a chunk without its magic still holds a record."""
    return _next_record(chunk, _FIRST_RECORD - 1, len(chunk), []) < len(chunk)


def _damage(name: str, offset: int, expected: str, found: bytes | str, record: int | None = None) -> Damage:
    shown = found if isinstance(found, str) else f"bytes {found.hex(' ')}" if found else "the end"
    return Damage(Origin(name, record=record, offset=offset), expected, shown)


# Records


@dataclass(frozen=True, slots=True)
class _Record:
    """A record as its header tells it: its number, its place in the chunk and its size."""

    number: int
    start: int
    size: int


@dataclass(slots=True)
class _Survey:
    """What a walk over a chunk's record headers gave, and the chunk mended so that the library can walk it too."""

    records: list[_Record] = field(default_factory=list)
    gaps: list[tuple[int, int, str]] = field(default_factory=list)
    fillers: list[tuple[int, int]] = field(default_factory=list)
    filled: set[int] = field(default_factory=set)
    lies: list[tuple[int, str, bytes | str]] = field(default_factory=list)
    data: bytes = b""


def _record_at(chunk: bytes, start: int, *, torn: bool = False) -> _Record | None:
    """The record that starts here, if its header and, unless it may be torn, the size at its end agree."""
    if start + _LEAST_RECORD > len(chunk):
        return None
    magic, size, number, _ = _RECORD_HEADER.unpack_from(chunk, start)
    if magic != RECORD_MAGIC or not _LEAST_RECORD <= size <= len(chunk) - start:
        return None
    if not torn and int.from_bytes(chunk[start + size - 4 : start + size], "little") != size:
        return None
    return _Record(number, start, size)


def _survey(chunk: bytes) -> _Survey:
    """Walk the records up to the free space, over broken stretches, and behind it while numbers go on."""
    survey = _Survey()
    if len(chunk) < CHUNK_BYTES:
        survey.lies.append((len(chunk), f"a chunk of {CHUNK_BYTES} bytes", f"{len(chunk)} bytes"))
    if not chunk.startswith(CHUNK_MAGIC):
        survey.lies.append((0, "a chunk with the magic ElfChnk", chunk[:8]))
    free = int.from_bytes(chunk[_FREE_SPACE : _FREE_SPACE + 4], "little")
    told = _FIRST_RECORD <= free <= CHUNK_BYTES
    if not told:
        survey.lies.append((_FREE_SPACE, f"free space at {_FIRST_RECORD} to {CHUNK_BYTES}", str(free)))
    at = _walk(chunk, survey, min(free, len(chunk)) if told else len(chunk), told)
    end = _walk_on(chunk, survey, at)
    if told and end != free and len(chunk) == CHUNK_BYTES:
        survey.lies.append((_FREE_SPACE, f"free space at {end}, behind the last record", str(free)))
    survey.data = _mended(chunk, survey, end)
    return survey


def _walk(chunk: bytes, survey: _Survey, limit: int, told: bool) -> int:
    """Find the records up to `limit`; gives the end of the last one, or `limit` behind a broken stretch."""
    at = _FIRST_RECORD
    while at < limit:
        record = _record_at(chunk, at)
        if record is not None:
            survey.records.append(record)
            at += record.size
            continue
        zeros = not any(chunk[at:limit])
        if zeros and not told:
            return at
        behind = limit if zeros else _next_record(chunk, at, limit, survey.records)
        shown = "zeros" if zeros else f"bytes {chunk[at : at + 8].hex(' ')}"
        survey.gaps.append((at, behind, f"{shown}, {behind - at} bytes are broken"))
        torn = _record_at(chunk, at, torn=True)
        if torn is not None and at + torn.size <= behind:
            survey.records.append(torn)
            at += torn.size
        if at < behind:
            survey.fillers.append((at, behind))
        at = behind
    return at


def _next_record(chunk: bytes, at: int, limit: int, records: list[_Record]) -> int:
    """Where the next record of this chunk starts behind a broken one, or `limit`.

    A record whose number does not follow is left over from an earlier use of the chunk's bytes. Its strings
    and templates are gone, and decoding it would invent an event.
    """
    start = chunk.find(RECORD_MAGIC, at + 1, limit)
    while start >= 0:
        record = _record_at(chunk, start)
        if record is not None and (not records or 0 < record.number - records[-1].number <= _MOST_RECORDS):
            return start
        start = chunk.find(RECORD_MAGIC, start + 1, limit)
    return limit


def _walk_on(chunk: bytes, survey: _Survey, at: int) -> int:
    """Find records behind the free space's start: in a log copied while in use the header lags behind them.

    What an earlier use of the chunk left there has lower numbers and is not read.
    """
    while survey.records:
        record = _record_at(chunk, at)
        if record is None or record.number != survey.records[-1].number + 1:
            break
        survey.records.append(record)
        at += record.size
    return at


def _mended(chunk: bytes, survey: _Survey, end: int) -> bytes:
    """The chunk with magic, free space and length as they must be, and fillers over broken stretches."""
    if not survey.lies and not survey.gaps:
        return chunk
    data = bytearray(chunk.ljust(CHUNK_BYTES, b"\0"))
    data[:8] = CHUNK_MAGIC
    for start, behind in survey.fillers:
        size = behind - start
        if size >= _LEAST_RECORD:
            number = _FIRST_FILLER - len(survey.filled)
            survey.filled.add(number)
            data[start:behind] = bytes(size)
            _RECORD_HEADER.pack_into(data, start, RECORD_MAGIC, size, number, 0)
            data[behind - 4 : behind] = size.to_bytes(4, "little")
        else:
            _stretch(data, survey, start, size)
    data[_FREE_SPACE : _FREE_SPACE + 4] = end.to_bytes(4, "little")
    return bytes(data)


def _stretch(data: bytearray, survey: _Survey, start: int, size: int) -> None:
    """Let the record before `start` reach over a stretch that is too short for a filler."""
    for record in survey.records:
        if record.start + record.size == start:
            data[record.start + 4 : record.start + 8] = (record.size + size).to_bytes(4, "little")


def _read_chunk(
    chunk: _Chunk, name: str, wants: Callable[[str], bool] | None, raw: bool
) -> Iterator[Reading]:
    survey = _survey(chunk.data)
    for at, expected, found in survey.lies:
        yield _damage(name, chunk.offset + at, expected, found)
    for start, _, shown in survey.gaps:
        yield _damage(name, chunk.offset + start, "a record with the magic ** and its size at both ends", shown)
    if not survey.records:
        return
    places: dict[int, list[_Record]] = {}
    for record in survey.records:
        places.setdefault(record.number, []).append(record)
    for number, text in _rendered(survey):
        if number in survey.filled:
            continue
        waiting = places.get(number) if number is not None else None
        place = waiting.pop(0) if waiting else None
        offset = chunk.offset + (place.start if place else 0)
        if isinstance(text, _Failed):
            yield _damage(name, offset, "a record that can be decoded", text.reason, number)
            continue
        if wants is not None and eventxml.unwanted(text, wants):
            continue
        body = chunk.data[place.start + 24 : place.start + place.size] if place else b""
        yield from _event(text, body, Origin(name, number, None, offset), wants, raw)
    for left in places.values():
        for record in left:
            yield _damage(name, chunk.offset + record.start, "a record that can be decoded",
                          "nothing, the decoder stopped before it", record.number)


@dataclass(frozen=True, slots=True)
class _Failed:
    """The library's words for a record or chunk it could not decode."""

    reason: str


def _rendered(survey: _Survey) -> Iterator[tuple[int | None, str | _Failed]]:
    """Number and XML of each record the library decodes, or why it did not; without string tables if need be."""
    given = 0
    for number, text in _library(survey.data):
        given += number is not None
        yield number, text
    if not given:
        data = bytearray(survey.data)
        data[_TABLES] = bytes(_TABLES.stop - _TABLES.start)
        yield from _library(bytes(data))


def _library(chunk: bytes) -> Iterator[tuple[int | None, str | _Failed]]:
    """What the `evtx` library gives for one chunk. Its errors and panics are caught record by record."""
    try:
        records = evtx.PyEvtxParser(BytesIO(_ONE_CHUNK + chunk), number_of_threads=1, indent=False).records()
    except (RuntimeError, OSError) as error:
        yield None, _Failed(str(error))
        return
    for _ in range(_MOST_RECORDS + 1):
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
            yield record["event_record_id"], record["data"]


# Text

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>\s*")
_GUID = re.compile(r'([">])([0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12})(?=["<])')
_MICROSECONDS = re.compile(r'(<TimeCreated SystemTime="[^"]{10}T[^"]{8}\.[0-9]{6})Z"')
_NAMED = re.compile(r"""<Data Name="([^"'<>&]*)">""")
_QUOTED_TAG = re.compile(r'<[^<>"]*="[^<>]*>')
_QUOTED = re.compile(r'="([^"]*)"')
_EMPTY = re.compile(r"></(?:Provider|TimeCreated|Correlation|Execution|Security)>")
_FILETIME_OF_1970 = 116_444_736_000_000_000


def _event(
    text: str, body: bytes, origin: Origin, wants: Callable[[str], bool] | None, raw: bool
) -> Iterator[Reading]:
    """The event of one rendered record, or its damage; nothing when its kind is not wanted."""
    text = _DECLARATION.sub("", text, count=1)
    text = _GUID.sub(r"\1{\2}", text)
    text = _MICROSECONDS.sub(lambda match: f'{match[1]}{_seventh_digit(match[0], body)}Z"', text, count=1)
    try:
        fields = eventxml.parse(text, wants)
        if fields is not None:
            event = windows.event(fields, _as_windows(text) if raw else None, origin)
            number = windows.record_id(fields)
            yield event if number in (None, origin.record) else event._replace(origin=origin._replace(record=number))
    except eventxml.Broken as broken:
        yield Damage(origin, broken.expected, broken.found)


def _seventh_digit(shown: str, body: bytes) -> str:
    """The 100 ns digit of a record's SystemTime: that of the first FILETIME in it that agrees otherwise."""
    time = windows.nanoseconds(shown[len('<TimeCreated SystemTime="') : -1])
    if time is None or time // 100 + _FILETIME_OF_1970 < 0:
        return ""
    least = time // 100 + _FILETIME_OF_1970
    for top in {least >> 8, (least + 9) >> 8}:
        tail = top.to_bytes(7, "little")
        at = body.find(tail, 1)
        while at > 0:
            digit = (top << 8 | body[at - 1]) - least
            if 0 <= digit <= 9:
                return str(digit)
            at = body.find(tail, at + 1)
    return ""


def _as_windows(text: str) -> str:
    """The library's XML with Windows' quotes, and its short form of the System elements without text."""
    cut = text.find("</System>")
    system = _QUOTED_TAG.sub(_single_quotes, _EMPTY.sub("/>", text[:cut]))
    payload = _NAMED.sub(r"<Data Name='\1'>", text[cut:])
    return system + _QUOTED_TAG.sub(_single_quotes, payload)


def _single_quotes(match: re.Match[str]) -> str:
    return _QUOTED.sub(
        lambda quoted: "='" + quoted[1].replace("'", "&apos;").replace("&quot;", '"') + "'", match[0]
    )


FORMAT = Format("evtx", sniff, read)
"""Windows event log files."""
