"""The chunks of an EVTX file and the records of a chunk, found by their headers alone.

Everything broken is found here, with its place: the library that decodes records gives up at the first broken
header. A chunk with faults is mended so that the library can walk over them: its magic, its free space and
its length are put right, and a filler record is laid over each broken stretch.

Layout: Joachim Metz, "Windows XML Event Log (EVTX) format", 2023. A file is a header of 4096 bytes and
chunks of 65,536. A chunk is a header of 512 bytes, with the start of its free space at 48, and records. A
record is `**\0\0`, its size, its number, the time it was written, BinXml, and its size again.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from antivenom.tables import Damage, Origin

HEADER_BYTES = 4096
CHUNK_BYTES = 65_536
FILE_MAGIC = b"ElfFile\0"
CHUNK_MAGIC = b"ElfChnk\0"
RECORD_MAGIC = b"**\0\0"
LEAST_RECORD = 28
"""Bytes of a record with nothing in it."""

_FIRST_RECORD = 512
MOST_RECORDS = (CHUNK_BYTES - _FIRST_RECORD) // LEAST_RECORD
"""Records a chunk can hold."""

_RECORD_HEADER = struct.Struct("<4sIQQ")
_FREE_SPACE = 48
TABLES = slice(128, 512)
"""A chunk header's tables of strings and templates, which only save the decoder a search."""
_TABLE = struct.Struct("<96I")
_NEXT = struct.Struct("<I")
_FIRST_FILLER = (1 << 63) - 1


@dataclass(slots=True)
class Chunk:
    """A chunk's bytes, as many as there are, and where it stands in the file."""

    offset: int
    data: bytes


def chunks(stream: BinaryIO, name: str) -> Iterator[Chunk | Damage]:
    """Every chunk of the file, wherever it starts, whatever the header says of their number."""
    header = stream.read(HEADER_BYTES)
    at, promised, seen = HEADER_BYTES, 0, 0
    if header.startswith(FILE_MAGIC) and len(header) == HEADER_BYTES:
        promised = struct.unpack_from("<H", header, 42)[0]
    else:
        yield damage(name, 0, f"a file header of {HEADER_BYTES} bytes with the magic ElfFile", header[:8])
        at = max(0, (header + stream.read(CHUNK_BYTES)).find(CHUNK_MAGIC))
    while True:
        stream.seek(at)
        data = stream.read(CHUNK_BYTES + len(CHUNK_MAGIC) - 1)
        if len(data) < len(CHUNK_MAGIC):
            break
        chunk, seen = data[:CHUNK_BYTES], seen + 1
        if not chunk.startswith(CHUNK_MAGIC):
            next_magic = data.find(CHUNK_MAGIC)
            chunk = chunk if next_magic < 0 else data[:next_magic]
        if chunk.startswith(CHUNK_MAGIC) or _has_records(chunk):
            yield Chunk(at, chunk)
        elif any(chunk) or len(chunk) < len(data[:CHUNK_BYTES]):
            yield damage(name, at, "a chunk with the magic ElfChnk", chunk[:8])
        elif seen <= promised:
            yield damage(name, at, "a chunk with the magic ElfChnk", "zeros")
        at += len(chunk)
    if seen < promised:
        yield damage(name, at, f"{promised} chunks, as the file header says", f"{seen}")


def _has_records(chunk: bytes) -> bool:
    """Whether a chunk without its magic still holds a record."""
    return _next_record(chunk, _FIRST_RECORD - 1, len(chunk), []) < len(chunk)


def damage(name: str, offset: int, expected: str, found: bytes | str, record: int | None = None) -> Damage:
    """A Damage at a byte of the file; bytes that were found are shown in hexadecimal."""
    shown = found if isinstance(found, str) else f"bytes {found.hex(' ')}" if found else "the end"
    return Damage(Origin(name, record=record, offset=offset), expected, shown)


@dataclass(frozen=True, slots=True)
class Record:
    """A record as its header tells it: its number, its place in the chunk and its size."""

    number: int
    start: int
    size: int


@dataclass(slots=True)
class Survey:
    """What a walk over a chunk's record headers gave.

    gaps     broken stretches: where they start and end, and what was found.
    fillers  stretches a filler goes over; `filled` are the numbers of the fillers.
    lies     where the chunk's header is wrong: place, expected, found.
    looping  a chain of the chunk's string or template tables comes back to itself.
    data     the chunk, mended so that the library can walk it too.
    """

    records: list[Record] = field(default_factory=list)
    gaps: list[tuple[int, int, str]] = field(default_factory=list)
    fillers: list[tuple[int, int]] = field(default_factory=list)
    filled: set[int] = field(default_factory=set)
    lies: list[tuple[int, str, bytes | str]] = field(default_factory=list)
    looping: bool = False
    data: bytes = b""


def _record_at(chunk: bytes, start: int, *, torn: bool = False) -> Record | None:
    """The record that starts here, if its header and, unless it may be torn, the size at its end agree."""
    if start + LEAST_RECORD > len(chunk):
        return None
    magic, size, number, _ = _RECORD_HEADER.unpack_from(chunk, start)
    if magic != RECORD_MAGIC or not LEAST_RECORD <= size <= len(chunk) - start:
        return None
    if not torn and int.from_bytes(chunk[start + size - 4 : start + size], "little") != size:
        return None
    return Record(number, start, size)


def survey_of(chunk: bytes) -> Survey:
    """Walk the records up to the free space, over broken stretches, and behind it while numbers go on."""
    survey = Survey()
    if len(chunk) < CHUNK_BYTES:
        survey.lies.append((len(chunk), f"a chunk of {CHUNK_BYTES} bytes", f"{len(chunk)} bytes"))
    if not chunk.startswith(CHUNK_MAGIC):
        survey.lies.append((0, "a chunk with the magic ElfChnk", chunk[:8]))
    free = int.from_bytes(chunk[_FREE_SPACE : _FREE_SPACE + 4], "little")
    told = _FIRST_RECORD <= free <= CHUNK_BYTES
    if not told:
        survey.lies.append((_FREE_SPACE, f"free space at {_FIRST_RECORD} to {CHUNK_BYTES}", str(free)))
    if _has_loop(chunk):
        survey.looping = True
        survey.lies.append((TABLES.start, "chains of strings and templates that end", "one that loops"))
    at = _walk(chunk, survey, min(free, len(chunk)) if told else len(chunk), told)
    end = _walk_on(chunk, survey, at)
    if told and end != free and len(chunk) == CHUNK_BYTES:
        survey.lies.append((_FREE_SPACE, f"free space at {end}, behind the last record", str(free)))
    survey.data = _mended(chunk, survey, end)
    return survey


def _has_loop(chunk: bytes) -> bool:
    """Whether a chain of the tables comes back to itself: each string and template begins with where the next is.

    The library would follow it without end.
    """
    if len(chunk) < TABLES.stop:
        return False
    ended: set[int] = set()
    for place in _TABLE.unpack_from(chunk, TABLES.start):
        chain: set[int] = set()
        while place and place not in ended and place + _NEXT.size <= len(chunk):
            if place in chain:
                return True
            chain.add(place)
            place = _NEXT.unpack_from(chunk, place)[0]
        ended |= chain
    return False


def _walk(chunk: bytes, survey: Survey, limit: int, told: bool) -> int:
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


def _next_record(chunk: bytes, at: int, limit: int, records: list[Record]) -> int:
    """Where the next record of this chunk starts behind a broken one, or `limit`.

    A record whose number does not follow is left over from an earlier use of the chunk's bytes. Its strings
    and templates are gone, and decoding it would invent an event.
    """
    start = chunk.find(RECORD_MAGIC, at + 1, limit)
    while start >= 0:
        record = _record_at(chunk, start)
        if record is not None and (not records or 0 < record.number - records[-1].number <= MOST_RECORDS):
            return start
        start = chunk.find(RECORD_MAGIC, start + 1, limit)
    return limit


def _walk_on(chunk: bytes, survey: Survey, at: int) -> int:
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


def _mended(chunk: bytes, survey: Survey, end: int) -> bytes:
    """The chunk with magic, free space and length as they must be, and fillers over broken stretches."""
    if not survey.lies and not survey.gaps:
        return chunk
    data = bytearray(chunk.ljust(CHUNK_BYTES, b"\0"))
    data[:8] = CHUNK_MAGIC
    if survey.looping:
        data[TABLES] = bytes(TABLES.stop - TABLES.start)
    for start, behind in survey.fillers:
        size = behind - start
        if size >= LEAST_RECORD:
            number = _FIRST_FILLER - len(survey.filled)
            survey.filled.add(number)
            data[start:behind] = bytes(size)
            _RECORD_HEADER.pack_into(data, start, RECORD_MAGIC, size, number, 0)
            data[behind - 4 : behind] = size.to_bytes(4, "little")
        else:
            _stretch(data, survey, start, size)
    data[_FREE_SPACE : _FREE_SPACE + 4] = end.to_bytes(4, "little")
    return bytes(data)


def _stretch(data: bytearray, survey: Survey, start: int, size: int) -> None:
    """Let the record before `start` reach over a stretch that is too short for a filler."""
    for record in survey.records:
        if record.start + record.size == start:
            data[record.start + 4 : record.start + 8] = (record.size + size).to_bytes(4, "little")
