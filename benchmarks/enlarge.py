"""Makes large logs from small samples: every byte of an event is a real sample's, only the volume is copies.

EVTX       the distinct chunks of the sample files that are at least 70 % full and that the `evtx` library decodes
           without an error, joined under one file header that is made anew, and repeated.
audit.log  the sample records, repeated. Every copy has times and serials of its own, so that events stay distinct
           and their records stay joined; the order of records within a file, the gaps between events (shortened
           to a minute) and everything else in them is the sample's.
JSON       the events of the Windows JSON lines in archives, as they are, thinned evenly or repeated.

The bundled scenarios (examples/logs) are mixed in evenly, each copy with process ids of its own, because events
that name Python are thin in the samples. Without samples they are all there is, and the logs are synthetic.

As a program: `enlarge.py OPTIONS-AS-JSON` writes the logs and prints what they hold, in a process of its own,
because a child that is measured afterwards would count this one's memory as its own.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

import orjson
from evtx import PyEvtxParser

import evtx_writer
from evtx_writer import CHUNK_BYTES, HEADER_BYTES

SCENARIOS = Path(__file__).parents[1] / "examples" / "logs"
FULL = 0.7
"""How much of a chunk must be used."""

MEGABYTE = 1_000_000
_MOST_GAP = 60_000
"""Milliseconds between two events of a sample that are kept; longer gaps are shortened to it."""

_PYTHON = re.compile(rb"python|707974686f6e", re.IGNORECASE)
"""The word, also as auditd writes arguments in hex."""


@dataclass(frozen=True, slots=True)
class Made:
    """A log that was made.

    events   records of EVTX, events joined from records of audit.log, lines of JSON.
    python   events that name Python anywhere.
    mixed    events that come from scenarios.
    how      what it was made from, for a person.
    """

    format: str
    path: str
    bytes: int
    events: int
    python: int
    mixed: int
    how: str


class Piece(NamedTuple):
    """Bytes of a log that belong together, and the events in them."""

    data: bytes
    events: int
    python: int


class Mixed(NamedTuple):
    """What was written of the samples and of the scenarios."""

    samples: list[Piece]
    scenarios: list[Piece]


def evenly(pieces: Sequence[Piece], size: int) -> Iterator[Piece]:
    """Pieces repeated until they have about `size` bytes; what is not a whole round is taken evenly from all."""
    whole, rest = divmod(size, sum(len(piece.data) for piece in pieces))
    share = rest / sum(len(piece.data) for piece in pieces)
    for _ in range(whole):
        yield from pieces
    for index, piece in enumerate(pieces):
        if int((index + 1) * share) > int(index * share):
            yield piece


def mix(stream: BinaryIO, samples: Iterable[Piece], copy: Scenario, share: float) -> Mixed:
    """Write samples with as many scenario copies between them as make their Python events this share of all."""
    written = Mixed([], [])
    events, due = 0, 0.0
    for piece in samples:
        stream.write(piece.data)
        written.samples.append(piece._replace(data=b""))
        events += piece.events
        due = share * events
        while sum(made.python for made in written.scenarios) < due:
            made = copy(len(written.scenarios))
            stream.write(made.data)
            written.scenarios.append(made._replace(data=b""))
    return written
