"""All literals in all values of a column: which values hold each literal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from antivenom.engine.together.automaton import hits
from antivenom.engine.together.scalars import folded
from antivenom.engine.together.trie import build

EDGE = b"\xfe"
"""Stands before and after each value. It is in no UTF-8, so a literal with it is tied to an edge."""

SHORTEST = 2
"""Bytes a literal has at least: a single one is hit in so many places that testing the values is cheaper."""

LONGEST = 48
"""Bytes of a literal, its edges counted; longer ones must be cut and their hits checked."""

_CHUNK = 16 << 20
_CELLS = 64 << 20
_MOST = 1 << 15

Ids = npt.NDArray[np.int64]


class Searcher:
    """Machines for a set of literals (folded, SHORTEST to LONGEST bytes); as many as bound one's size."""

    def __init__(self, literals: Iterable[bytes]) -> None:
        self.literals = sorted(set(literals))
        self._numbers = {literal: number for number, literal in enumerate(self.literals)}
        self._machines = [(begin, build(group)) for begin, group in _groups(self.literals)]

    def search(self, values: pa.Array) -> Hits:
        """Which of the values (large_string, no nulls) hold which literal."""
        found = Hits(self._numbers)
        if self._numbers:
            for begin, chunk in _chunks(values):
                found.parts.extend(self._parts(begin, chunk))
        return found

    def _parts(self, begin: int, chunk: pa.Array) -> Iterator[Part]:
        stream, ends = _stream(chunk)
        for first, machine in self._machines:
            literals, held = hits(machine, stream, ends)
            order = np.argsort(literals.astype(np.uint16), kind="stable")  # a radix sort
            literals, held = literals[order], held[order]
            fresh = np.ones(len(held), np.bool_)
            fresh[1:] = (held[1:] != held[:-1]) | (literals[1:] != literals[:-1])
            literals, held = literals[fresh], held[fresh]
            yield Part(first, np.searchsorted(literals, np.arange(machine.literals + 1)), held + np.int32(begin))


@dataclass(frozen=True, slots=True)
class Part:
    """Hits of the literals from number `first` on: the values of the k-th are `held[bounds[k]:bounds[k + 1]]`."""

    first: int
    bounds: Ids
    held: npt.NDArray[np.int32]


@dataclass(slots=True)
class Hits:
    """The values that hold each literal, chunk by chunk."""

    numbers: dict[bytes, int]
    parts: list[Part] = field(default_factory=list)

    def of(self, literal: bytes) -> Ids:
        """The numbers of the values that hold the literal, ascending."""
        number = self.numbers[literal]
        held = []
        for part in self.parts:
            k = number - part.first
            if 0 <= k < len(part.bounds) - 1:
                held.append(part.held[part.bounds[k] : part.bounds[k + 1]])
        return np.concatenate(held, dtype=np.int64) if held else np.zeros(0, np.int64)


def _groups(literals: list[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """The literals in runs whose table stays within bounds, with the number of the first of each."""
    begin, size = 0, 0
    width = len(set(b"".join(literals))) + 1
    for number, literal in enumerate(literals):
        size += len(literal) * width
        if number > begin and (size > _CELLS or number - begin > _MOST):
            yield begin, literals[begin:number]
            begin, size = number, len(literal) * width
    if literals:
        yield begin, literals[begin:]


def _chunks(values: pa.Array) -> Iterator[tuple[int, pa.Array]]:
    ends = np.cumsum(np.asarray(pc.binary_length(values)), dtype=np.int64)
    begin, done = 0, 0
    while begin < len(values):
        end = max(begin + 1, int(np.searchsorted(ends, done + _CHUNK, "right")))
        yield begin, values[begin:end]
        begin, done = end, int(ends[end - 1])


def _stream(chunk: pa.Array) -> tuple[bytes, npt.NDArray[np.int32]]:
    """The folded values with an edge around each, and the place of the edge behind each."""
    ascii_only = pc.string_is_ascii(chunk)
    if not pc.all(ascii_only).as_py():
        other = pc.invert(ascii_only)
        chunk = pc.replace_with_mask(chunk, other, folded(chunk.filter(other)))
    ends = np.cumsum(np.asarray(pc.binary_length(chunk)).astype(np.int32) + 1, dtype=np.int32)
    whole = pa.LargeListArray.from_arrays([0, len(chunk)], chunk.cast(pa.large_binary()))
    joined = pc.binary_join(whole, pa.scalar(EDGE, pa.large_binary()))[0].as_buffer()
    return b"".join((EDGE, joined, EDGE)), ends
