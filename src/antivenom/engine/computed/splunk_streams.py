"""eventstats and streamstats over all rows at once, and statistics of multivalues.

Search Reference, eventstats and streamstats. A stream is told what to do by one JSON text: `function`, `percent`,
`window` (0: none), `current`, `each` (a window for each group), `seconds` (0: no time window), `anew` (begin again
where the group changes), `whole` (eventstats). Lists have one element a row.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from antivenom.engine.computed.splunk_statistics import Statistic, between_ranks, nearest_rank, statistic
from antivenom.engine.computed.table import Computed
from antivenom.errors import Unsupported

_MOST_VISITS = 100_000_000
_MOST_ELEMENTS = 20_000_000

_Row = tuple[Any, list[Any], float | None]
"""A row's group, its values and its time."""


@dataclass(slots=True)
class _Rows:
    """What a stream sees of each row; `values` empty where the field is missing."""

    values: list[Any]
    keys: list[str | None]
    times: list[float | None]
    before: list[bool | None]
    after: list[bool | None]

    def each(self) -> Iterator[tuple[int, _Row]]:
        for at, (value, key, time) in enumerate(zip(self.values, self.keys, self.times, strict=True)):
            values = value if isinstance(value, list) else [] if value is None else [value]
            yield at, (key, [one for one in values if one is not None], time)


def _fed(made: Statistic, row: _Row) -> None:
    for value in row[1]:
        made.add(value, row[2])


def _whole(rows: _Rows, new: Callable[[], Statistic]) -> list[Any]:
    """eventstats: each row with the function of its group."""
    groups: dict[str, Statistic] = {}
    for _, row in rows.each():
        if row[0] is not None:
            _fed(groups.setdefault(row[0], new()) if row[0] not in groups else groups[row[0]], row)
    results = {key: made.result() for key, made in groups.items()}
    return [results.get(key) if key is not None else None for key in rows.keys]


def _running(rows: _Rows, new: Callable[[], Statistic], current: bool, anew: bool) -> list[Any]:
    """streamstats over all rows so far."""
    groups: dict[str, Statistic] = {}
    found: list[Any] = []
    last: str | None = None
    for at, row in rows.each():
        key = row[0]
        if rows.before[at] or (anew and key is not None and key != last):
            groups = {}
        if key is None:
            found.append(None)
        else:
            last = key
            made = groups.setdefault(key, new()) if key not in groups else groups[key]
            if current:
                _fed(made, row)
            found.append(made.result())
            if not current:
                _fed(made, row)
        if rows.after[at]:
            groups = {}
    return found


class _Windows:
    """The rows in the window, for all groups together or for each."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self._most, self._each, self._seconds = spec["window"], spec["each"], spec["seconds"]
        self._current = spec["current"]
        self._rows: dict[str | None, deque[_Row]] = {}
        self._visits = 0

    def clear(self) -> None:
        self._rows.clear()

    def result(self, row: _Row, new: Callable[[], Statistic]) -> Any:
        rows = self._rows.setdefault(row[0] if self._each else None, deque())
        if self._current:
            rows.append(row)
        self._cut(rows, row[2])
        made = new()
        self._visits += len(rows) + 1
        if self._visits > _MOST_VISITS:
            raise Unsupported("SPL streamstats with a window this large over as many results")
        for other in rows:
            if other[0] == row[0]:
                _fed(made, other)
        if not self._current:
            rows.append(row)
        return made.result()

    def _cut(self, rows: deque[_Row], time: float | None) -> None:
        while self._most and len(rows) > self._most:
            rows.popleft()
        while self._seconds and rows and abs((time or 0.0) - (rows[0][2] or 0.0)) >= self._seconds:
            rows.popleft()


def _windowed(rows: _Rows, new: Callable[[], Statistic], spec: dict[str, Any]) -> list[Any]:
    """streamstats over the rows of a window."""
    if spec["seconds"]:
        _refuse_unordered([time for key, time in zip(rows.keys, rows.times, strict=True) if key is not None])
    windows = _Windows(spec)
    found: list[Any] = []
    last: str | None = None
    for at, row in rows.each():
        if rows.before[at] or (spec["anew"] and row[0] is not None and row[0] != last):
            windows.clear()
        last = row[0] if row[0] is not None else last
        found.append(windows.result(row, new) if row[0] is not None else None)
        if rows.after[at]:
            windows.clear()
    return found


def _refuse_unordered(times: list[float | None]) -> None:
    known = [time for time in times if time is not None]
    if len(known) < len(times):
        raise Unsupported("SPL streamstats time_window over results without _time")
    if known != sorted(known) and known != sorted(known, reverse=True):
        raise Unsupported("SPL streamstats time_window over results that are not in the order of their times")


def stream(
    spec: str,
    values: list[Any],
    keys: list[str | None],
    times: list[float | None],
    before: list[bool | None],
    after: list[bool | None],
) -> list[Any]:
    """The function of each row's stream."""
    told = json.loads(spec)
    new = partial(statistic, told["function"], told.get("percent"))
    rows = _Rows(values, keys, times, before, after)
    if told["whole"]:
        found = _whole(rows, new)
    elif told["window"] or told["seconds"]:
        found = _windowed(rows, new, told)
    else:
        found = _running(rows, new, told["current"], told["anew"])
    if sum(len(one) for one in found if isinstance(one, list)) > _MOST_ELEMENTS:
        raise Unsupported("SPL eventstats or streamstats that gives more than 20,000,000 values")
    return found


def _of_values(spec: str, values: list[str | None]) -> Any:
    """The function of the values of multivalues."""
    told = json.loads(spec)
    made = statistic(told["function"], told.get("percent"))
    for value in values:
        if value is not None:
            made.add(value, None)
    return made.result()


_GIVEN = {"real": "DOUBLE", "text": "VARCHAR", "multi": "VARCHAR[]"}


def _streams() -> Iterator[Computed]:
    for taken, taken_type in _GIVEN.items():
        for given, given_type in _GIVEN.items():
            arguments = ("VARCHAR", f"{taken_type}[]", "VARCHAR[]", "DOUBLE[]", "BOOLEAN[]", "BOOLEAN[]")
            yield Computed(f"splunk.stream_{taken}_{given}", stream, arguments, f"{given_type}[]")


ROWS = (
    Computed("splunk.between_ranks", between_ranks, ("DOUBLE", "DOUBLE[]"), "DOUBLE"),
    Computed("splunk.nearest_rank", nearest_rank, ("DOUBLE", "DOUBLE[]"), "DOUBLE"),
    *_streams(),
    *(Computed(f"splunk.of_values_{g}", _of_values, ("VARCHAR", "VARCHAR[]"), t) for g, t in _GIVEN.items()),
)
