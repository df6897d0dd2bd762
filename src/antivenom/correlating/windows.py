"""Windows that slide over the hits of a group, those that satisfy a correlation, and such that share a hit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from antivenom.correlating.model import Entry, Stretch
from antivenom.languages.sigma.syntax import Bound, Correlation

_NS = 10**9


class Meter(Protocol):
    """What is measured of a window, kept while its ends move."""

    def add(self, index: int) -> None:
        """An entry comes in at the end."""

    def remove(self, index: int) -> None:
        """An entry goes at the start."""

    def read(self, low: int, high: int) -> float | None:
        """The measure of entries `low` to `high`, which are those in it; None where the rules are not met."""


def satisfied(correlation: Correlation, entries: Sequence[Entry], meter: Meter) -> Iterator[Stretch]:
    """Windows over the hits of one group that satisfy the condition, in order."""
    span = 0 if correlation.timespan is None else correlation.timespan * _NS
    clock = [0.0] * len(entries) if correlation.timespan is None else [entry.time for entry in entries]
    for low, high in _windows(clock, span, meter):
        measured = meter.read(low, high)
        if measured is not None and all(_holds(bound, measured) for bound in correlation.bounds):
            yield low, high, measured


def _windows(clock: Sequence[float], span: int, meter: Meter) -> Iterator[tuple[int, int]]:
    """Every window, while the meter holds what is in it; each begins by what does not fit into the one before."""
    low = high = 0
    while high < len(clock):
        while clock[high] - clock[low] > span:
            meter.remove(low)
            low += 1
        end = clock[low] + span
        while high < len(clock) and clock[high] <= end:
            meter.add(high)
            high += 1
        yield low, high


def stretches(windows: Iterable[Stretch]) -> Iterator[Stretch]:
    """Windows that share a hit, put together."""
    current: Stretch | None = None
    for low, high, measured in windows:
        if current and low < current[1]:
            current = (current[0], high, max(current[2], measured))
            continue
        if current:
            yield current
        current = (low, high, measured)
    if current:
        yield current


def _holds(bound: Bound, measured: float) -> bool:
    match bound.operator:
        case "gt":
            return measured > bound.number
        case "gte":
            return measured >= bound.number
        case "lt":
            return measured < bound.number
        case "lte":
            return measured <= bound.number
        case "eq":
            return measured == bound.number
        case _:
            return measured != bound.number
