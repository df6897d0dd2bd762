"""Large EVTX files and large Windows JSON; see enlarge.py for how."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import orjson
from evtx import PyEvtxParser

from evtx_writer import CHUNK_BYTES, HEADER_BYTES, chunks, file_header, parsed
from pieces import MEGABYTE, SCENARIOS, Made, Piece, Writer, evenly, names_python

FULL = 0.7
"""How much of a chunk must be used for it to be taken."""

MOST_CHUNKS = 65_535
"""As many as the header of an EVTX file can count."""


# EVTX


def make_evtx(path: Path, samples: Path | None, size: int, share: float) -> Made:
    """An EVTX file of about `size` bytes."""
    taken = _sample_chunks(samples) if samples else _scenario_chunks()
    size = min(size, (MOST_CHUNKS - 100) * CHUNK_BYTES)
    with path.open("wb") as stream:
        writer = Writer(stream)
        writer.write(Piece(file_header(0), 0, 0))
        writer.mix(evenly(taken, size), _chunked, share)
        stream.seek(0)
        stream.write(file_header((writer.bytes - HEADER_BYTES) // CHUNK_BYTES))
    records = sum(piece.events for piece in taken)
    how = f"{len(taken)} chunks with {records:,} records, joined and repeated"
    return Made(str(path), writer.bytes, writer.events, writer.python, writer.mixed, how)


def _sample_chunks(samples: Path) -> list[Piece]:
    """The distinct, well filled, sound chunks of the EVTX files below a folder, by their names."""
    seen: set[bytes] = set()
    found = []
    for file in sorted(path for path in samples.rglob("*") if path.is_file()):
        for data in _chunks_of(file):
            digest = sha256(data).digest()
            if digest not in seen and int.from_bytes(data[48:52], "little") >= FULL * CHUNK_BYTES:
                found.extend(_sound(data))
            seen.add(digest)
    return found


def _chunks_of(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        if stream.read(HEADER_BYTES)[:8] == b"ElfFile\0":
            while len(data := stream.read(CHUNK_BYTES)) == CHUNK_BYTES:
                if data.startswith(b"ElfChnk\0"):
                    yield data


def _sound(data: bytes) -> list[Piece]:
    """The chunk with its records counted, or nothing if one of them is missing or cannot be decoded."""
    try:
        records = list(PyEvtxParser(BytesIO(file_header(1) + data)).records_json())
    except RuntimeError:
        return []
    python = sum(names_python(str(record).encode("utf-8", "replace")) for record in records)
    first, last = struct.unpack_from("<QQ", data, 8)
    return [Piece(data, len(records), python)] if len(records) == last - first + 1 else []


def _scenario_chunks() -> list[Piece]:
    """Well filled chunks of the Windows events of the scenarios."""
    events = (event for copy in range(50) for event in _scenario_events(copy))
    return [piece for data, _ in chunks(events) for piece in _sound(data)][:-1]


def _chunked(copy: int) -> Piece:
    """The Windows events of one copy of the scenarios as chunks."""
    events = _scenario_events(copy)
    data = b"".join(chunk for chunk, _ in chunks(events))
    return Piece(data, len(events), sum(names_python(event.encode()) for event in events))


_EVENT = re.compile(r"<Event .*?</Event>", re.DOTALL)
_NUMBER = re.compile(r"(?<=<EventRecordID>)\d+")
_GUID = re.compile(r"(?<=>\{)([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-)([0-9a-f]{12})(?=\}<)")


def _scenario_events(copy: int) -> list[str]:
    """The Windows events of the scenarios as XML, with process ids and record numbers of each copy's own."""
    text = (SCENARIOS / "windows-sysmon.xml").read_text(encoding="utf-8")
    text = _GUID.sub(lambda guid: f"{guid[1]}{(int(guid[2], 16) + (copy << 24)) % (1 << 48):012x}", text)
    events = _EVENT.findall(text)
    first = copy * len(events) + 1
    return [_NUMBER.sub(str(number), event) for number, event in enumerate(events, first)]


# JSON


def make_json(path: Path, samples: Path | None, size: int, share: float) -> Made:
    """Windows events as JSON, one a line, of about `size` bytes."""
    taken = list(_sample_lines(samples)) if samples else _scenario_lines(0)
    with path.open("wb") as stream:
        writer = Writer(stream)
        writer.mix(evenly(taken, size), _json_copy, share)
    total = sum(len(piece.data) for piece in taken)
    how = f"{len(taken):,} lines of {total / MEGABYTE:.1f} MB, thinned or repeated"
    return Made(str(path), writer.bytes, writer.events, writer.python, writer.mixed, how)


def _sample_lines(samples: Path) -> Iterator[Piece]:
    """The lines of the zip files below a folder that are Windows events."""
    for file in sorted(samples.rglob("*.zip")):
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                if name.endswith(".json"):
                    yield from _event_lines(archive.read(name))


def _event_lines(data: bytes) -> Iterator[Piece]:
    for line in data.splitlines():
        if line.startswith(b"{") and b'"EventI' in line:
            yield Piece(line + b"\n", 1, names_python(line))


def _json_copy(copy: int) -> Piece:
    lines = _scenario_lines(copy)
    return Piece(b"".join(line.data for line in lines), len(lines), sum(line.python for line in lines))


def _scenario_lines(copy: int) -> list[Piece]:
    """The Windows events of the scenarios as flat JSON, in the way the samples have it."""
    found = []
    for text in _scenario_events(copy):
        line = orjson.dumps(_flat(text)) + b"\n"
        found.append(Piece(line, 1, names_python(line)))
    return found


def _flat(text: str) -> dict[str, object]:
    root = parsed(text)
    provider, created = root.find("System/Provider"), root.find("System/TimeCreated")
    assert provider is not None
    assert created is not None
    flat: dict[str, object] = {
        "@timestamp": created.get("SystemTime"),
        "TimeCreated": created.get("SystemTime"),
        "SourceName": provider.get("Name"),
        "ProviderGuid": provider.get("Guid"),
        "EventID": int(root.findtext("System/EventID") or 0),
        "Channel": root.findtext("System/Channel"),
        "Hostname": root.findtext("System/Computer"),
        "EventRecordID": root.findtext("System/EventRecordID"),
    }
    return flat | {str(data.get("Name")): data.text or "" for data in root.iterfind("EventData/Data")}
