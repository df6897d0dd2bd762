"""Hits of rules, matches of correlations, and the entries that hits are while they are looked through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from antivenom.languages.sigma.syntax import Correlation

Values: TypeAlias = Mapping[str, str | None]
Value: TypeAlias = str | tuple[str, ...] | float
Key: TypeAlias = tuple[str, ...]
Stretch: TypeAlias = tuple[int, int, float]
"""Hits from `low` up to but without `high`, and what was measured."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule matched.

    time    nanoseconds since 1970-01-01 UTC, None where the event has none.
    events  numbers of the events it was made from, ascending.
    values  what `fields_read` asks for; a field that is missing or None has no value.
    """

    time: int | None
    events: tuple[int, ...]
    values: Values


@dataclass(frozen=True, slots=True)
class Match:
    """One stretch of time in which a correlation holds for one group.

    group     group-by field or alias -> value, as the first hit has it.
    first     time of the first hit, last that of the last, in nanoseconds; None where no hit has a time.
    measured  the count, sum ... of the window in which it was largest; for temporal types, the number of rules.
    events    numbers of the events of all hits, each once, ascending.
    by_rule   how many hits each rule has, 0 included.
    """

    group: Values
    first: int | None
    last: int | None
    measured: float
    events: tuple[int, ...]
    by_rule: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many hits take no part; each is counted for the first reason that applies.

    timeless   no time, where a timespan or an order is asked for.
    groupless  a field of group-by has no value.
    valueless  the field that is counted has no value, or for sums and the like none that reads as a number.
    """

    timeless: int
    groupless: int
    valueless: int


class Entry(NamedTuple):
    """A hit in its group; entries sort by time, then event number, and never as far as the hit."""

    time: float
    event: int
    rule: int
    number: int
    hit: Hit
    value: Value


def rules_of(correlation: Correlation) -> list[str]:
    """The rules, each once."""
    return list(dict.fromkeys(rule.name for rule in correlation.rules))


def field_of(correlation: Correlation, rule: str, name: str) -> str:
    """The field that a name of group-by stands for; an alias that leaves out a rule is a field of that rule."""
    return correlation.aliases.get(name, {}).get(rule, name)
