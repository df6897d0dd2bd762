"""Pieces of logs, and how they are put together to a log of some size."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

SCENARIOS = Path(__file__).parents[1] / "examples" / "logs"
MEGABYTE = 1_000_000

_PYTHON = re.compile(rb"python|707974686f6e", re.IGNORECASE)


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
class Writer:
    """Writes pieces and counts them."""

    stream: BinaryIO
    bytes: int = 0
    events: int = 0
    python: int = 0
    mixed: int = 0

    def write(self, piece: Piece) -> None:
        """Write one piece."""
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


def names_python(text: bytes) -> bool:
    """Whether a text has the word, or the word as auditd writes arguments in hex."""
    return _PYTHON.search(text) is not None
