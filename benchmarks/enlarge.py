"""Makes large logs from small samples: what an event says is a real sample's, only the volume is copies.

EVTX       the distinct chunks of the sample files that are at least 70 % full and that the `evtx` library
           decodes whole and without an error, joined under one file header that is made anew, and repeated.
audit.log  the sample records, repeated. Every copy has times and serials of its own, so that events stay
           distinct and their records stay joined. Gaps between events are shortened to a minute; the order of
           records and all else in them is the sample's.
JSON       the lines of the sample archives that are Windows events, thinned evenly or repeated.

The bundled scenarios (examples/logs) are mixed in evenly, Windows ones with process ids of their own in each
copy, because events that name Python are thin in the samples. Without samples they are all there is, and the
logs are synthetic.

As a program: `enlarge.py OPTIONS` writes the logs and prints what they hold as JSON. It runs in a process of
its own, because Linux counts the memory of a process to its children when they are measured.
"""

from __future__ import annotations

import argparse
import json
import re
import struct
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

import orjson
from evtx import PyEvtxParser

from evtx_writer import CHUNK_BYTES, HEADER_BYTES, chunks, file_header, parsed

SCENARIOS = Path(__file__).parents[1] / "examples" / "logs"
MEGABYTE = 1_000_000
FULL = 0.7
"""How much of a chunk must be used for it to be taken."""

MOST_CHUNKS = 65_535
"""As many as the header of an EVTX file can count."""

_MOST_GAP = 60_000
_PYTHON = re.compile(rb"python|707974686f6e", re.IGNORECASE)
"""The word, and the word as auditd writes arguments in hex."""


@dataclass(frozen=True, slots=True)
class Made:
    """A log that was made.

    events   records of EVTX, events joined from the records of an audit.log, lines of JSON.
    python   how many of them name Python, anywhere.
    mixed    how many of them come from scenarios.
    how      what it was made from, for a person.
    """

    path: str
    bytes: int
    events: int
    python: int
    mixed: int
    how: str


class Piece(NamedTuple):
    """Bytes of a log that belong together, its events, and how many of them name Python."""

    data: bytes
    events: int
    python: int


Copy = Callable[[int], Piece]
"""Gives the n-th copy of the scenarios."""


@dataclass(slots=True)
class _Writer:
    """Writes pieces and counts them."""

    stream: BinaryIO
    bytes: int = 0
    events: int = 0
    python: int = 0
    mixed: int = 0

    def write(self, piece: Piece) -> None:
        self.stream.write(piece.data)
        self.bytes += len(piece.data)
        self.events += piece.events
        self.python += piece.python

    def mix(self, samples: Iterable[Piece], scenario: Copy, share: float) -> None:
        """Samples, with copies of the scenarios whose Python events are this share of the events so far."""
        copies, added = 0, 0
        for sample in samples:
            self.write(sample)
            while added < share * self.events:
                piece = scenario(copies)
                self.write(piece)
                copies += 1
                added += piece.python
                self.mixed += piece.events


def evenly(pieces: Sequence[Piece], size: int) -> Iterator[Piece]:
    """About `size` bytes of pieces: whole rounds of them, and for the rest an even choice of them."""
    total = sum(len(piece.data) for piece in pieces)
    for _ in range(size // total):
        yield from pieces
    share = size % total / total
    for index, piece in enumerate(pieces):
        if int((index + 1) * share) > int(index * share):
            yield piece


def _names_python(text: bytes) -> bool:
    return _PYTHON.search(text) is not None


# EVTX


def make_evtx(path: Path, samples: Path | None, size: int, share: float) -> Made:
    """An EVTX file of about `size` bytes."""
    taken = _sample_chunks(samples) if samples else _scenario_chunks()
    size = min(size, (MOST_CHUNKS - 100) * CHUNK_BYTES)
    with path.open("wb") as stream:
        writer = _Writer(stream)
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
    python = sum(_names_python(str(record).encode("utf-8", "replace")) for record in records)
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
    return Piece(data, len(events), sum(_names_python(event.encode()) for event in events))


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
        writer = _Writer(stream)
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
            yield Piece(line + b"\n", 1, _names_python(line))


def _json_copy(copy: int) -> Piece:
    lines = _scenario_lines(copy)
    return Piece(b"".join(line.data for line in lines), len(lines), sum(line.python for line in lines))


def _scenario_lines(copy: int) -> list[Piece]:
    """The Windows events of the scenarios as flat JSON, in the way the samples have it."""
    found = []
    for text in _scenario_events(copy):
        line = orjson.dumps(_flat(text)) + b"\n"
        found.append(Piece(line, 1, _names_python(line)))
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


# audit.log

_RECORD = re.compile(rb"((?:node=(\S+) )?type=[A-Z]\S* msg=audit\()(\d{1,10})\.(\d{3}):(\d+)(\):.*)", re.DOTALL)


@dataclass(slots=True)
class _Clock:
    """Time in milliseconds since 1970 and serial of the next event."""

    time: int = 1_767_225_600_000
    serial: int = 1


@dataclass(slots=True)
class _Audit:
    """The records of one audit.log: how each line begins, which event it belongs to, how it ends."""

    lines: list[tuple[bytes, int, bytes]]
    times: list[int]
    """When each event is, in milliseconds after the first."""

    python: int

    def copy(self, clock: _Clock) -> Piece:
        """The records moved to where the clock stands; the clock moves on behind them."""
        stamps = [
            b"%d.%03d:%d" % (*divmod(clock.time + time, 1000), clock.serial + event)
            for event, time in enumerate(self.times)
        ]
        clock.time += max(self.times) + 1000
        clock.serial += len(self.times)
        data = b"".join(head + stamps[event] + tail for head, event, tail in self.lines)
        return Piece(data, len(self.times), self.python)


def make_audit(path: Path, samples: Path | None, size: int, share: float) -> Made:
    """An audit.log of about `size` bytes."""
    clock = _Clock()
    scenario = _audit_of((SCENARIOS / "linux-audit.log").read_bytes())
    taken = _sample_records(samples) if samples else [scenario]

    def repeated() -> Iterator[Piece]:
        while writer.bytes < size:
            for audit in taken:
                yield audit.copy(clock)

    with path.open("wb") as stream:
        writer = _Writer(stream)
        writer.mix(repeated(), lambda _: scenario.copy(clock), share)
    records = sum(len(audit.lines) for audit in taken)
    how = f"{records:,} records of {len(taken)} samples, repeated with new times and serials"
    return Made(str(path), writer.bytes, writer.events, writer.python, writer.mixed, how)


def _sample_records(samples: Path) -> list[_Audit]:
    """The audit records below a folder named for auditd, in the order of their files' names."""
    found = []
    for file in sorted(path for folder in samples.rglob("*auditd*") for path in folder.rglob("*")):
        if file.suffix == ".zip":
            with zipfile.ZipFile(file) as archive:
                found += [_audit_of(archive.read(name)) for name in archive.namelist()]
        elif file.is_file():
            found.append(_audit_of(file.read_bytes()))
    return [audit for audit in found if audit.lines]


def _audit_of(data: bytes) -> _Audit:
    """The records in a text; lines that are none are left out."""
    lines: list[tuple[bytes, int, bytes]] = []
    events: dict[tuple[bytes, ...], int] = {}
    python: set[int] = set()
    for line in data.split(b"\n"):
        match = _RECORD.fullmatch(line)
        if match is not None:
            event = events.setdefault((match[2], match[3], match[4], match[5]), len(events))
            lines.append((match[1], event, match[6] + b"\n"))
            if _names_python(line):
                python.add(event)
    return _Audit(lines, _closed([int(key[1] + key[2]) for key in events]), len(python))


def _closed(times: Sequence[int]) -> list[int]:
    """Times after the first, with long gaps shortened."""
    places: dict[int, int] = {}
    before, place = None, 0
    for time in sorted(set(times)):
        place += 0 if before is None else min(time - before, _MOST_GAP)
        places[time] = place
        before = time
    return [places[time] for time in times]


MAKERS = {"evtx": make_evtx, "audit": make_audit, "json": make_json}
NAMES = {"evtx": "large.evtx", "audit": "audit.log", "json": "large.json"}


def main() -> None:
    parser = argparse.ArgumentParser(description="Make large logs from samples.")
    parser.add_argument("--samples", type=Path)
    parser.add_argument("--megabytes", type=float, required=True)
    parser.add_argument("--python-share", type=float, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("formats", nargs="+", choices=MAKERS)
    asked = parser.parse_args()
    size = int(asked.megabytes * MEGABYTE)
    share = asked.python_share if asked.samples else 0.0
    made = {
        format: asdict(MAKERS[format](asked.folder / NAMES[format], asked.samples, size, share))
        for format in asked.formats
    }
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main()
