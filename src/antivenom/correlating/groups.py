"""Hits in groups, in order; and those that take no part."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf

from antivenom.correlating.model import Entry, Hit, Key, LeftOut, Value, Values, field_of, rules_of
from antivenom.languages.sigma.syntax import Correlation

_NUMBER = re.compile(r"[-+]?[0-9]{1,30}(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,2})?")


def placed(correlation: Correlation, hits: Mapping[str, Sequence[Hit]]) -> tuple[dict[Key, list[Entry]], LeftOut]:
    """The hits of each group in order, and how many belong to none."""
    groups: dict[Key, list[Entry]] = {}
    timed = correlation.timespan is not None or correlation.type == "temporal_ordered"
    timeless = groupless = valueless = 0
    for index, rule in enumerate(rules_of(correlation)):
        key_of, value_of = _key_reader(correlation, rule), _value_reader(correlation, rule)
        for number, hit in enumerate(hits.get(rule, ())):
            if timed and hit.time is None:
                timeless += 1
            elif (key := key_of(hit.values)) is None:
                groupless += 1
            elif (value := value_of(hit.values)) is None:
                valueless += 1
            else:
                time = -inf if hit.time is None else hit.time
                event = hit.events[-1] if hit.events else -1
                groups.setdefault(key, []).append(Entry(time, event, index, number, hit, value))
    for entries in groups.values():
        entries.sort()
    return groups, LeftOut(timeless, groupless, valueless)


def _key_reader(correlation: Correlation, rule: str) -> Callable[[Values], Key | None]:
    """How the group of a hit is read; None is no group."""
    fields = [field_of(correlation, rule, name) for name in correlation.group_by]
    return lambda values: _folded(values, fields)


def _value_reader(correlation: Correlation, rule: str) -> Callable[[Values], Value | None]:
    """How what a hit adds to a window is read; None is nothing."""
    fields = [field_of(correlation, rule, name) for name in correlation.fields]
    if not correlation.type.startswith("value_"):
        return lambda values: 1.0
    if correlation.type == "value_count":
        return lambda values: _folded(values, fields)
    return lambda values: _number(values.get(fields[0]))


def _folded(values: Values, fields: Iterable[str]) -> tuple[str, ...] | None:
    """Values without regard to case, or None where one is missing."""
    found = []
    for field in fields:
        value = values.get(field)
        if value is None:
            return None
        found.append(value.lower())
    return tuple(found)


def _number(text: str | None) -> float | None:
    """A decimal number as JSON writes it, spaces around it allowed."""
    text = (text or "").strip()
    return float(text) if _NUMBER.fullmatch(text) else None
