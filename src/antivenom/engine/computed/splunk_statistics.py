"""Splunk's statistical functions, one value after another: what eventstats, streamstats and multivalues need.

Search Reference, Statistical and charting functions. Values are texts, or floats for functions of numbers; a missing
value is never added. Standard deviations use the sums of values and of their squares, as the printed results do.
"""

from __future__ import annotations

import math
import re
from bisect import insort
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Protocol

from antivenom.errors import Unsupported

_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
MOST_LISTED = 100
"""How many values `list` gives (Multivalue stats and chart functions, list)."""


class Statistic(Protocol):
    """A function in the making."""

    def add(self, value: Any, time: float | None) -> None:
        """Count one more value, seen at this time."""

    def result(self) -> Any:
        """The function of the values so far."""


def number(value: Any) -> float | None:
    """The number a value is, or looks like."""
    if isinstance(value, float):
        return value
    return float(value) if _NUMBER.fullmatch(value) else None


class _Count:
    def __init__(self) -> None:
        self.count = 0

    def add(self, value: Any, time: float | None) -> None:
        self.count += 1

    def result(self) -> float:
        return float(self.count)


class _Distinct:
    def __init__(self) -> None:
        self.seen: set[Any] = set()

    def add(self, value: Any, time: float | None) -> None:
        self.seen.add(value)

    def result(self) -> float:
        return float(len(self.seen))


class _NoError(_Count):
    def result(self) -> float:
        return 0.0


class _Moments:
    """Sums of values and of their squares, and what is made of them."""

    def __init__(self, made: Callable[[int, float, float], float | None]) -> None:
        self.count, self.total, self.squares, self._made = 0, 0.0, 0.0, made

    def add(self, value: Any, time: float | None) -> None:
        found = number(value)
        if found is not None:
            self.count, self.total, self.squares = self.count + 1, self.total + found, self.squares + found * found

    def result(self) -> float | None:
        return self._made(self.count, self.total, self.squares) if self.count else None


def _variance(count: int, total: float, squares: float, sample: int) -> float:
    mean = total / count
    left = squares - count * mean * mean
    # one value varies by nothing, and nothing varies by less (Aggregate functions, mean, extended example)
    return max(left, 0.0) / (count - sample) if count > sample else 0.0


class _Extreme:
    """The least or greatest value: numbers stand below other texts (Aggregate functions, max)."""

    def __init__(self, sign: int) -> None:
        self.sign, self.rank = sign, (0, 0.0, "")
        self.best: Any = None

    def add(self, value: Any, time: float | None) -> None:
        found = number(value)
        rank = (1, 0.0, str(value)) if found is None else (0, found, "")
        if self.best is None or (rank > self.rank if self.sign > 0 else rank < self.rank):
            self.best, self.rank = value, rank

    def result(self) -> Any:
        return self.best


class _Range:
    def __init__(self) -> None:
        self.low, self.high = math.inf, -math.inf

    def add(self, value: Any, time: float | None) -> None:
        found = number(value)
        if found is not None:
            self.low, self.high = min(self.low, found), max(self.high, found)

    def result(self) -> float | None:
        return self.high - self.low if self.low <= self.high else None


def between_ranks(percent: float, numbers: list[float]) -> float | None:
    """A percentile of sorted numbers, between the two it lies between (Aggregate functions, perc, examples)."""
    if not numbers:
        return None
    place = Fraction(repr(percent)) / 100 * (len(numbers) - 1)
    low, high = numbers[int(place)], numbers[min(int(place) + 1, len(numbers) - 1)]
    if not (math.isfinite(low) and math.isfinite(high)):
        return low
    # in whole fractions, so that the result is the double next to the true one
    return float(Fraction(low) + (Fraction(high) - Fraction(low)) * (place - int(place)))


def nearest_rank(percent: float, numbers: list[float]) -> float | None:
    """The one of sorted numbers that has the percentile's rank, counted from 0 (limits.conf, perc_method)."""
    if not numbers:
        return None
    return numbers[min(int(Fraction(repr(percent)) / 100 * len(numbers)), len(numbers) - 1)]


class _Rank:
    """A percentile of the sorted numbers: between two of them, or the one of that rank."""

    def __init__(self, percent: float, between: bool) -> None:
        self.percent, self.between, self.sorted = percent, between, list[float]()

    def add(self, value: Any, time: float | None) -> None:
        found = number(value)
        if found is not None:
            insort(self.sorted, found)

    def result(self) -> float | None:
        return (between_ranks if self.between else nearest_rank)(self.percent, self.sorted)


class _Mode:
    def __init__(self) -> None:
        self.counts: dict[Any, int] = {}
        self.most, self.best = 0, list[Any]()

    def add(self, value: Any, time: float | None) -> None:
        count = self.counts[value] = self.counts.get(value, 0) + 1
        if count > self.most:
            self.most, self.best = count, [value]
        elif count == self.most:
            self.best.append(value)

    def result(self) -> Any:
        if len(self.best) > 1:
            raise Unsupported("SPL mode of values that are equally frequent")
        return self.best[0] if self.best else None


class _First:
    def __init__(self) -> None:
        self.value: Any = None

    def add(self, value: Any, time: float | None) -> None:
        if self.value is None:
            self.value = value

    def result(self) -> Any:
        return self.value


class _Last(_First):
    def add(self, value: Any, time: float | None) -> None:
        self.value = value


class _Timed:
    """The value of the earliest or latest time; of equal times the last or the first seen: events come newest first."""

    def __init__(self, latest: bool, shown: Callable[[Any, float], Any]) -> None:
        self.latest, self.shown = latest, shown
        self.value: Any = None
        self.time: float | None = None

    def add(self, value: Any, time: float | None) -> None:
        if time is None:
            return
        if self.time is None or (time > self.time if self.latest else time <= self.time):
            self.value, self.time = value, time

    def result(self) -> Any:
        return None if self.time is None else self.shown(self.value, self.time)


class _List:
    def __init__(self) -> None:
        self.values: list[str] = []

    def add(self, value: Any, time: float | None) -> None:
        if len(self.values) < MOST_LISTED:
            self.values.append(value)

    def result(self) -> list[str] | None:
        return list(self.values) or None


class _Values:
    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.sorted: list[str] = []

    def add(self, value: Any, time: float | None) -> None:
        if value not in self.seen:
            self.seen.add(value)
            insort(self.sorted, value)

    def result(self) -> list[str] | None:
        return list(self.sorted) or None


_MOMENTS: dict[str, Callable[[int, float, float], float | None]] = {
    "sum": lambda count, total, squares: total,
    "avg": lambda count, total, squares: total / count,
    "sumsq": lambda count, total, squares: squares,
    "var": lambda count, total, squares: _variance(count, total, squares, 1),
    "varp": lambda count, total, squares: _variance(count, total, squares, 0),
    "stdev": lambda count, total, squares: math.sqrt(_variance(count, total, squares, 1)),
    "stdevp": lambda count, total, squares: math.sqrt(_variance(count, total, squares, 0)),
}
_PLAIN: dict[str, Callable[[], Statistic]] = {
    "count": _Count,
    "dc": _Distinct,
    "estdc": _Distinct,
    "estdc_error": _NoError,
    "range": _Range,
    "mode": _Mode,
    "first": _First,
    "last": _Last,
    "list": _List,
    "values": _Values,
    "min": lambda: _Extreme(-1),
    "max": lambda: _Extreme(1),
    "earliest": lambda: _Timed(False, lambda value, time: value),
    "latest": lambda: _Timed(True, lambda value, time: value),
    "earliest_time": lambda: _Timed(False, lambda value, time: time),
    "latest_time": lambda: _Timed(True, lambda value, time: time),
}


def statistic(name: str, percent: float | None) -> Statistic:
    """The function of a name, with nothing in it yet; `percent` for the percentiles."""
    if name in _MOMENTS:
        return _Moments(_MOMENTS[name])
    if name in ("perc", "exactperc"):
        return _Rank(percent or 0.0, name == "perc")
    return _PLAIN[name]()
