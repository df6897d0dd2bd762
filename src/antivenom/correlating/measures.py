"""What is measured of a window: events, values, sums, percentiles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from antivenom.correlating.model import Entry, Value
from antivenom.correlating.temporal import Together, asked_by
from antivenom.correlating.windows import Meter
from antivenom.languages.sigma.syntax import Correlation


def metering(correlation: Correlation) -> Callable[[Sequence[Entry]], Meter]:
    """How the meter of a group is made; what is wrong with the condition is said here, hits or not."""
    percentile = correlation.percentile or 0.0
    match correlation.type:
        case "event_count":
            return lambda entries: _Number(once(entries))
        case "value_count":
            return lambda entries: _Distinct(once(entries))
        case "value_sum":
            return lambda entries: _Sum(once(entries), mean=False)
        case "value_avg":
            return lambda entries: _Sum(once(entries), mean=True)
        case "value_median":
            return lambda entries: _Rank(once(entries), 50)
        case "value_percentile":
            return lambda entries: _Rank(once(entries), percentile)
        case _:
            asked = asked_by(correlation)
            return lambda entries: Together(correlation.type == "temporal_ordered", asked, entries)


def once(entries: Sequence[Entry]) -> list[Value | None]:
    """What each entry adds; None for an event that another rule has hit already."""
    if all(entry.rule == entries[0].rule for entry in entries):
        return [entry.value for entry in entries]
    seen: dict[tuple[tuple[int, ...], Value], int] = {}
    return [
        entry.value if seen.setdefault((entry.hit.events, entry.value), entry.rule) == entry.rule else None
        for entry in entries
    ]


class _Number:
    """How many events."""

    def __init__(self, values: Sequence[Value | None]) -> None:
        self.values = values
        self.number = 0

    def add(self, index: int) -> None:
        self.number += self.values[index] is not None

    def remove(self, index: int) -> None:
        self.number -= self.values[index] is not None

    def read(self, low: int, high: int) -> float | None:
        return float(self.number)


class _Distinct:
    """How many different values; of several fields, how many different tuples."""

    def __init__(self, values: Sequence[Value | None]) -> None:
        self.values = values
        self.counts: dict[Value, int] = {}

    def add(self, index: int) -> None:
        value = self.values[index]
        if value is not None:
            self.counts[value] = self.counts.get(value, 0) + 1

    def remove(self, index: int) -> None:
        value = self.values[index]
        if value is not None:
            self.counts[value] -= 1
            if not self.counts[value]:
                del self.counts[value]

    def read(self, low: int, high: int) -> float | None:
        return float(len(self.counts))


class _Sum:
    """The sum or mean, exact until it is read: numbers are held as whole multiples of a power of two."""

    def __init__(self, values: Sequence[Value | None], *, mean: bool) -> None:
        ratios = [value.as_integer_ratio() if isinstance(value, float) else None for value in values]
        self.scale = max((ratio[1] for ratio in ratios if ratio), default=1)
        self.parts = [ratio and ratio[0] * (self.scale // ratio[1]) for ratio in ratios]
        self.mean = mean
        self.total = self.number = 0

    def add(self, index: int) -> None:
        part = self.parts[index]
        if part is not None:
            self.total += part
            self.number += 1

    def remove(self, index: int) -> None:
        part = self.parts[index]
        if part is not None:
            self.total -= part
            self.number -= 1

    def read(self, low: int, high: int) -> float | None:
        return self.total / (self.scale * self.number if self.mean else self.scale)


class _Rank:
    """A percentile: linear between the two values next to rank (n - 1) * percentile / 100, so that 50 is the median.

    Source: pySigma's SQLite backend, "Query semantics". Splunk's perc takes the nearest rank below 1,000 values.
    A Fenwick tree over the different values counts those in the window.
    """

    def __init__(self, values: Sequence[Value | None], percentile: float) -> None:
        self.order = sorted({value for value in values if isinstance(value, float)})
        places = {value: place for place, value in enumerate(self.order, 1)}
        self.places = [places.get(value, 0) if isinstance(value, float) else 0 for value in values]
        self.tree = [0] * (len(self.order) + 1)
        self.share = percentile / 100
        self.number = 0

    def add(self, index: int) -> None:
        self._change(self.places[index], 1)

    def remove(self, index: int) -> None:
        self._change(self.places[index], -1)

    def _change(self, place: int, by: int) -> None:
        if not place:
            return
        self.number += by
        tree, size = self.tree, len(self.tree)
        while place < size:
            tree[place] += by
            place += place & -place

    def read(self, low: int, high: int) -> float | None:
        rank = (self.number - 1) * self.share
        below = int(rank)
        value = self._value(below)
        return value if rank == below else value + (self._value(below + 1) - value) * (rank - below)

    def _value(self, rank: int) -> float:
        """The value with `rank` values before it."""
        place, step = 0, 1 << len(self.order).bit_length()
        while step := step >> 1:
            after = place + step
            if after < len(self.tree) and self.tree[after] <= rank:
                place, rank = after, rank - self.tree[after]
        return self.order[place]
