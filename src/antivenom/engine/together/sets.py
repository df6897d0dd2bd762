"""Sets of small whole numbers: sorted arrays, or what such an array leaves out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]
"""Numbers in ascending order, each once."""

EMPTY: Ids = np.zeros(0, np.int64)
_SPARSE = 16


@dataclass(frozen=True, slots=True)
class Chosen:
    """The numbers `ids`, or all others of the universe."""

    ids: Ids
    inverted: bool = False

    def flipped(self) -> Chosen:
        """The complement."""
        return Chosen(self.ids, not self.inverted)


class Universe:
    """The numbers below `size`, with a mark for each that operations set and clear again."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._marks = np.zeros(size, np.bool_)

    def any_of(self, sets: Iterable[Chosen]) -> Chosen:
        """The union."""
        plain: list[Ids] = []
        inverted: list[Ids] = []
        for chosen in sets:
            (inverted if chosen.inverted else plain).append(chosen.ids)
        union = self._union(plain)
        return Chosen(self.without(self._common(inverted), union), inverted=True) if inverted else Chosen(union)

    def all_of(self, sets: Iterable[Chosen]) -> Chosen:
        """The intersection."""
        return self.any_of(chosen.flipped() for chosen in sets).flipped()

    def listed(self, chosen: Chosen) -> Ids:
        """The numbers themselves."""
        return self.without(np.arange(self.size), chosen.ids) if chosen.inverted else chosen.ids

    def among(self, candidates: Ids, chosen: Chosen, codes: npt.NDArray[np.int32] | None = None) -> Ids:
        """The candidates that are chosen; with `codes`, those whose code is."""
        if not len(candidates) or not len(chosen.ids):
            return candidates if chosen.inverted else candidates[:0]
        self._marks[chosen.ids] = True
        found = self._marks[candidates if codes is None else codes[candidates]]
        self._marks[chosen.ids] = False
        return candidates[~found if chosen.inverted else found]

    def without(self, ids: Ids, others: Ids) -> Ids:
        """The first numbers less the others."""
        return self.among(ids, Chosen(others, inverted=True))

    def union(self, *arrays: Ids) -> Ids:
        """All numbers of the arrays, which may be in any order."""
        return self._union(list(arrays))

    def _union(self, arrays: list[Ids]) -> Ids:
        if len(arrays) < 2:
            return arrays[0] if arrays else EMPTY
        if sum(map(len, arrays)) * _SPARSE < self.size:
            return once_each(np.concatenate(arrays))
        for array in arrays:
            self._marks[array] = True
        found = np.flatnonzero(self._marks)
        self._marks[found] = False
        return found

    def _common(self, arrays: list[Ids]) -> Ids:
        first, *others = sorted(arrays, key=len)
        for other in others:
            first = self.among(first, Chosen(other))
        return first


def once_each(numbers: Ids) -> Ids:
    """The numbers in ascending order, each once."""
    numbers = np.sort(numbers, kind="stable")
    fresh = np.ones(len(numbers), np.bool_)
    np.not_equal(numbers[1:], numbers[:-1], out=fresh[1:])
    return numbers[fresh]
