"""Functions over all results in their order: the transactions they form, running sums and moving averages.

Search Reference, transaction, accum and trendline.
"""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass
from typing import Any

from antivenom.engine.computed.table import Computed
from antivenom.errors import Unsupported

CLOSED, EVICTED, ORPHAN = 1, 2, 3
_MOST_STEPS = 100_000_000


@dataclass(slots=True)
class _Open:
    """A transaction that results may still join: its number, the time of its first and of its last result."""

    number: int
    first: float
    last: float
    count: int = 1


class _Transactions:
    """Joins results, the newest first, to transactions; `kinds` says how each transaction ended."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self._spec = spec
        self._open: dict[str, _Open] = {}
        self.kinds: list[int] = []

    def number(self, time: float | None, key: str | None, starts: bool, ends: bool) -> int:
        """The transaction of a result."""
        if key is None or time is None:
            return self._new(ORPHAN)
        found = self._open.get(key)
        if found is not None and self._full(found, time):
            self._finish(key, found)
            found = None
        if self._spec["ends"] and ends:
            if found is not None:
                self.kinds[found.number] = EVICTED if self._spec["starts"] else 0
            found = None
        elif self._spec["ends"] and found is None:
            return self._new(ORPHAN)
        if found is None:
            found = self._open[key] = _Open(self._new(EVICTED if self._spec["starts"] else 0), time, time)
        else:
            found.last, found.count = time, found.count + 1
        if self._spec["starts"] and starts:
            self.kinds[found.number] = CLOSED
            del self._open[key]
        return found.number

    def _new(self, kind: int) -> int:
        self.kinds.append(kind)
        return len(self.kinds) - 1

    def _full(self, found: _Open, time: float) -> bool:
        """Whether a result at this time is too late, or one too many."""
        span, pause, most = self._spec["span"], self._spec["pause"], self._spec["events"]
        return (
            (span is not None and found.first - time >= span)
            or (pause is not None and found.last - time > pause)
            or (most is not None and found.count >= most)
        )

    def _finish(self, key: str, found: _Open) -> None:
        if self._spec["starts"]:
            raise Unsupported("SPL transaction that is full before its startswith is met")
        self.kinds[found.number] = CLOSED
        del self._open[key]


def transactions(
    spec: str,
    times: list[float | None],
    keys: list[str | None],
    starts: list[bool | None],
    ends: list[bool | None],
) -> list[int]:
    """For each result four times the number of its transaction, plus how it ended."""
    made = _Transactions(json.loads(spec))
    rows = zip(times, keys, starts, ends, strict=True)
    numbers = [made.number(time, key, bool(start), bool(end)) for time, key, start, end in rows]
    return [4 * number + made.kinds[number] for number in numbers]


def trend(spec: str, values: list[float | None]) -> list[float | None]:
    """A running sum, or the plain or weighted average of the last numbers; results without one have none."""
    told = json.loads(spec)
    if told["period"] * len(values) > _MOST_STEPS:
        raise Unsupported("SPL trendline of a period this long over as many results")
    found: list[float | None] = []
    last: deque[float] = deque(maxlen=told["period"] or 1)
    total = 0.0
    for value in values:
        if value is None:
            found.append(None)
            continue
        total += value
        last.append(value)
        if told["kind"] == "sum":
            found.append(total)
        else:
            found.append(_average(told["kind"], last, told["period"]))
    return found


def _average(kind: str, last: deque[float], period: int) -> float | None:
    if len(last) < period:
        return None
    if kind == "sma":
        return sum(last) / period
    return sum(weight * value for weight, value in enumerate(last, 1)) / (period * (period + 1) / 2)


ROWS = (
    Computed(
        "splunk.transaction",
        transactions,
        ("VARCHAR", "DOUBLE[]", "VARCHAR[]", "BOOLEAN[]", "BOOLEAN[]"),
        "BIGINT[]",
    ),
    Computed("splunk.trend", trend, ("VARCHAR", "DOUBLE[]"), "DOUBLE[]"),
)
