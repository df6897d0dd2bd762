"""Large audit.log files; see enlarge.py for how."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pieces import SCENARIOS, Made, Piece, Writer, names_python

_MOST_GAP = 60_000
"""Milliseconds between two events of a sample; longer gaps are shortened to it."""

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
        writer = Writer(stream)
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
            if names_python(line):
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
