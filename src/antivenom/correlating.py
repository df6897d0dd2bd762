"""What a Sigma correlation finds among the hits of the rules it names.

Source: the Sigma specification 2.1.0, correlation rules. It says what is counted; where it leaves open how windows
lie, what stands here decides:

A window is a set of hits of one group that lie within the timespan, both ends included, and to which no further hit
could be added. Windows slide, there are no bins. So `lte: 3` holds where nowhere more than three hits lie together,
not because a part of a burst has three; and `a and not b` holds where an a has no b beside it, before or after. No
window is empty: what never happened has no event to report. Windows that satisfy the condition and share a hit are
one match.

Text compares without regard to case, as everywhere in Sigma.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import inf
from typing import NamedTuple, Protocol, TypeAlias

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.sigma.syntax import And, Bound, Condition, Correlation, Named, Not, Of, Or

MOST_MATCHES = 10_000
"""How many matches of one correlation are given back, the earliest first."""
MOST_ALTERNATIVES = 256
"""In how many ways a condition over rules may be satisfied."""

_NS = 10**9
_NUMBER = re.compile(r"[-+]?[0-9]{1,30}(\.[0-9]{1,30})?([eE][-+]?[0-9]{1,2})?")

Values: TypeAlias = Mapping[str, str | None]


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


_Value: TypeAlias = str | tuple[str, ...] | float
_Key: TypeAlias = tuple[str, ...]
_Stretch: TypeAlias = tuple[int, int, float]
"""Hits from `low` up to but without `high`, and what was measured."""


class _Entry(NamedTuple):
    """A hit in its group; entries sort by time, then event number, and never as far as the hit."""

    time: float
    event: int
    rule: int
    number: int
    hit: Hit
    value: _Value


def fields_read(correlation: Correlation, rule: str) -> frozenset[str]:
    """Fields that grouping and counting read in the hits of a rule, by its reference as the correlation writes it."""
    return frozenset(_field(correlation, rule, name) for name in (*correlation.group_by, *correlation.fields))


def correlate(correlation: Correlation, hits: Mapping[str, Sequence[Hit]], most: int = MOST_MATCHES) -> list[Match]:
    """The first `most` matches by time, then group. Keys of `hits` are references as `correlation.rules` has them.

    event_count counts events: one that hits several rules is one ("counts events", as pySigma's SQLite backend).
    A hit without a value for a field of group-by belongs to no group: that two events both lack a user does not
    make them events of one user. Splunk's `stats by` leaves them out too. Without group-by there is one group.
    Raises QueryError or Unsupported for a condition that cannot be asked.
    """
    groups, metered = _placed(correlation, hits)[0], _metering(correlation)
    found = [
        (_times(entries[low:high])[0], key, low, high, measured)
        for key, entries in groups.items()
        for low, high, measured in _stretches(_satisfied(correlation, entries, metered(entries)))
    ]
    found.sort(key=lambda one: (-inf if one[0] is None else one[0], one[1]))
    return [_match(correlation, groups[key][low:high], measured) for _, key, low, high, measured in found[:most]]


def left_out(correlation: Correlation, hits: Mapping[str, Sequence[Hit]]) -> LeftOut:
    """How many hits `correlate` does not look at, and why."""
    return _placed(correlation, hits)[1]


def as_hit(match: Match, more: Values | None = None) -> Hit:
    """A match as a hit for another correlation: at its last event, with its group and what `more` is known of it."""
    return Hit(match.last, match.events, {**(more or {}), **match.group})


def renamed(correlation: Correlation, keys: Mapping[str, str]) -> Correlation:
    """The correlation with every reference to a rule replaced by its key; those that `keys` lacks stay.

    Rules are named by id or by name, and aliases by name only, so one rule can have two references.
    """
    return replace(
        correlation,
        rules=tuple(Named(keys.get(rule.name, rule.name), rule.span) for rule in correlation.rules),
        aliases={
            alias: {keys.get(rule, rule): field for rule, field in fields.items()}
            for alias, fields in correlation.aliases.items()
        },
        condition=None if correlation.condition is None else _renamed(correlation.condition, keys),
    )


def _renamed(condition: Condition, keys: Mapping[str, str]) -> Condition:
    match condition:
        case Named(name, span):
            return Named(keys.get(name, name), span)
        case Not(operand, span):
            return Not(_renamed(operand, keys), span)
        case And(operands, span):
            return And(tuple(_renamed(one, keys) for one in operands), span)
        case Or(operands, span):
            return Or(tuple(_renamed(one, keys) for one in operands), span)
        case Of():
            return condition


def _rules(correlation: Correlation) -> list[str]:
    """The rules, each once."""
    return list(dict.fromkeys(rule.name for rule in correlation.rules))


def _field(correlation: Correlation, rule: str, name: str) -> str:
    """The field that a name of group-by stands for; an alias that leaves out a rule is a field of that rule."""
    return correlation.aliases.get(name, {}).get(rule, name)


def _placed(correlation: Correlation, hits: Mapping[str, Sequence[Hit]]) -> tuple[dict[_Key, list[_Entry]], LeftOut]:
    """The hits of each group in order, and how many belong to none."""
    groups: dict[_Key, list[_Entry]] = {}
    timed = correlation.timespan is not None or correlation.type == "temporal_ordered"
    timeless = groupless = valueless = 0
    for index, rule in enumerate(_rules(correlation)):
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
                groups.setdefault(key, []).append(_Entry(time, event, index, number, hit, value))
    for entries in groups.values():
        entries.sort()
    return groups, LeftOut(timeless, groupless, valueless)


def _key_reader(correlation: Correlation, rule: str) -> Callable[[Values], _Key | None]:
    """How the group of a hit is read; None is no group."""
    fields = [_field(correlation, rule, name) for name in correlation.group_by]
    return lambda values: _folded(values, fields)


def _value_reader(correlation: Correlation, rule: str) -> Callable[[Values], _Value | None]:
    """How what a hit adds to a window is read; None is nothing."""
    fields = [_field(correlation, rule, name) for name in correlation.fields]
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
        found.append(value.casefold())
    return tuple(found)


def _number(text: str | None) -> float | None:
    """A decimal number as JSON writes it, spaces around it allowed."""
    text = (text or "").strip()
    return float(text) if _NUMBER.fullmatch(text) else None


def _satisfied(correlation: Correlation, entries: Sequence[_Entry], meter: _Meter) -> Iterator[_Stretch]:
    """Windows over the hits of one group that satisfy the condition, in order."""
    span = 0 if correlation.timespan is None else correlation.timespan * _NS
    clock = [0.0] * len(entries) if correlation.timespan is None else [entry.time for entry in entries]
    for low, high in _windows(clock, span, meter):
        measured = meter.read(low, high)
        if measured is not None and all(_holds(bound, measured) for bound in correlation.bounds):
            yield low, high, measured


def _windows(clock: Sequence[float], span: int, meter: _Meter) -> Iterator[tuple[int, int]]:
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


def _stretches(windows: Iterable[_Stretch]) -> Iterator[_Stretch]:
    """Windows that share a hit, put together."""
    current: _Stretch | None = None
    for low, high, measured in windows:
        if current and low < current[1]:
            current = (current[0], high, max(current[2], measured))
            continue
        if current:
            yield current
        current = (low, high, measured)
    if current:
        yield current


def _match(correlation: Correlation, entries: Sequence[_Entry], measured: float) -> Match:
    rules = _rules(correlation)
    counts = Counter(entry.rule for entry in entries)
    lead = entries[0]
    first, last = _times(entries)
    return Match(
        group={name: lead.hit.values[_field(correlation, rules[lead.rule], name)] for name in correlation.group_by},
        first=first,
        last=last,
        measured=measured,
        events=tuple(sorted({event for entry in entries for event in entry.hit.events})),
        by_rule={rule: counts[index] for index, rule in enumerate(rules)},
    )


def _times(entries: Sequence[_Entry]) -> tuple[int | None, int | None]:
    """The first and last time among hits in order; those without a time stand first."""
    first = next((entry.hit.time for entry in entries if entry.hit.time is not None), None)
    return first, entries[-1].hit.time


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


class _Meter(Protocol):
    """What is measured of a window, kept while its ends move."""

    def add(self, index: int) -> None:
        """An entry comes in at the end."""

    def remove(self, index: int) -> None:
        """An entry goes at the start."""

    def read(self, low: int, high: int) -> float | None:
        """The measure of entries `low` to `high`, which are those in it; None where the rules are not met."""


def _metering(correlation: Correlation) -> Callable[[Sequence[_Entry]], _Meter]:
    """How the meter of a group is made; what is wrong with the condition is said here, hits or not."""
    percentile = correlation.percentile or 0.0
    match correlation.type:
        case "event_count":
            return lambda entries: _Number(_once(entries))
        case "value_count":
            return lambda entries: _Distinct(_once(entries))
        case "value_sum":
            return lambda entries: _Sum(_once(entries), mean=False)
        case "value_avg":
            return lambda entries: _Sum(_once(entries), mean=True)
        case "value_median":
            return lambda entries: _Rank(_once(entries), 50)
        case "value_percentile":
            return lambda entries: _Rank(_once(entries), percentile)
        case _:
            asked = _asked(correlation)
            return lambda entries: _Together(correlation.type == "temporal_ordered", asked, entries)


def _once(entries: Sequence[_Entry]) -> list[_Value | None]:
    """What each entry adds; None for an event that another rule has hit already."""
    if all(entry.rule == entries[0].rule for entry in entries):
        return [entry.value for entry in entries]
    seen: dict[tuple[tuple[int, ...], _Value], int] = {}
    return [
        entry.value if seen.setdefault((entry.hit.events, entry.value), entry.rule) == entry.rule else None
        for entry in entries
    ]


class _Number:
    """How many events."""

    def __init__(self, values: Sequence[_Value | None]) -> None:
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

    def __init__(self, values: Sequence[_Value | None]) -> None:
        self.values = values
        self.counts: dict[_Value, int] = {}

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

    def __init__(self, values: Sequence[_Value | None], *, mean: bool) -> None:
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

    def __init__(self, values: Sequence[_Value | None], percentile: float) -> None:
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


_Alternative: TypeAlias = tuple[frozenset[int], frozenset[int]]
"""One way to satisfy a condition: the rules that must have a hit, and those that must not."""


class _Asked(NamedTuple):
    """What a temporal correlation asks of its `rules` rules, of which sets are written as bits.

    counted  whether rules are counted against bounds.
    ways     for each alternative the rules needed, the rules barred, and those needed in the order they are listed.
    """

    rules: int
    counted: bool
    ways: list[tuple[int, int, list[int]]]


def _asked(correlation: Correlation) -> _Asked:
    places = {rule: place for place, rule in enumerate(_rules(correlation))}
    steps = [places[rule.name] for rule in correlation.rules]
    alternatives: Iterable[_Alternative] = [(frozenset(steps), frozenset())]
    if correlation.condition is not None:
        alternatives = _alternatives(correlation.condition, places)
    ways = [
        (_mask(needed), _mask(barred), [step for step in steps if step in needed]) for needed, barred in alternatives
    ]
    return _Asked(len(places), bool(correlation.bounds), ways)


class _Together:
    """Which rules have hits, and whether hits of them stand in the order of the rules.

    In order means that hits can be chosen, one for each rule as listed, with times that do not decrease and at
    equal times event numbers that do not decrease; one event may be the hit of two rules, one hit serves one place
    in the list. With bounds, the most rules that can be met in order are counted, without them and a condition all
    are needed; under a condition, the rules of one alternative.
    """

    def __init__(self, ordered: bool, asked: _Asked, entries: Sequence[_Entry]) -> None:
        self.asked = asked
        self.of = [entry.rule for entry in entries]
        self.counts = [0] * asked.rules
        self.present = 0
        self.ordered = ordered
        self.ranks = _ranks(entries, asked.rules) if ordered else []
        self.met: dict[int, bool] = {}

    def add(self, index: int) -> None:
        rule = self.of[index]
        self.counts[rule] += 1
        self.present |= 1 << rule

    def remove(self, index: int) -> None:
        rule = self.of[index]
        self.counts[rule] -= 1
        if not self.counts[rule]:
            self.present &= ~(1 << rule)

    def read(self, low: int, high: int) -> float | None:
        if self.asked.counted:
            return float(self._longest(low, high) if self.ordered else self.present.bit_count())
        return float(self.present.bit_count()) if self._meets(low, high) else None

    def _meets(self, low: int, high: int) -> bool:
        possible = (
            steps
            for needed, barred, steps in self.asked.ways
            if self.present & needed == needed and not self.present & barred
        )
        if self.ordered:
            return any(self._in_order(steps, low, high) for steps in possible)
        if self.present not in self.met:
            self.met[self.present] = any(True for _ in possible)
        return self.met[self.present]

    def _in_order(self, steps: Sequence[int], low: int, high: int) -> bool:
        """Whether hits can be chosen; the earliest that fits is always a best choice."""
        used: dict[int, int] = {}
        for rule in steps:
            ranks = self.ranks[rule]
            place = max(bisect_left(ranks, low), used.get(rule, -1) + 1)
            if place == len(ranks) or ranks[place] >= high:
                return False
            low, used[rule] = ranks[place], place
        return True

    def _longest(self, low: int, high: int) -> int:
        """The most rules that can be met in order; `reach` is the earliest rank at which so many are."""
        reach = [low]
        for ranks in self.ranks:
            for length in range(len(reach), 0, -1):
                place = bisect_left(ranks, reach[length - 1])
                if place < len(ranks) and ranks[place] < high:
                    if length == len(reach):
                        reach.append(ranks[place])
                    reach[length] = min(reach[length], ranks[place])
        return len(reach) - 1


def _mask(rules: Iterable[int]) -> int:
    return sum(1 << rule for rule in rules)


def _ranks(entries: Sequence[_Entry], rules: int) -> list[list[int]]:
    """For each rule, where its hits stand; hits of one time and event stand at one place."""
    found: list[list[int]] = [[] for _ in range(rules)]
    rank = 0
    for index, entry in enumerate(entries):
        if entry[:2] != entries[rank][:2]:
            rank = index
        found[entry.rule].append(rank)
    return found


def _alternatives(condition: Condition, rules: Mapping[str, int], *, wanted: bool = True) -> frozenset[_Alternative]:
    """Every way to make a condition true, or with `wanted` False to make it false."""
    match condition:
        case Named(name, span):
            if name not in rules:
                raise QueryError(f"the correlation has no rule {name!r}", span=span)
            one = frozenset([rules[name]])
            return frozenset([(one, frozenset()) if wanted else (frozenset(), one)])
        case Not(operand):
            return _alternatives(operand, rules, wanted=not wanted)
        case And(operands) | Or(operands):
            parts = [_alternatives(operand, rules, wanted=wanted) for operand in operands]
            return _all_of(parts, condition) if isinstance(condition, And) == wanted else _any_of(parts, condition)
        case Of(span=span):
            raise Unsupported("'of' in the condition of a correlation", span=span)


def _any_of(parts: Iterable[frozenset[_Alternative]], condition: Condition) -> frozenset[_Alternative]:
    return _bounded(frozenset[_Alternative]().union(*parts), condition)


def _all_of(parts: Iterable[frozenset[_Alternative]], condition: Condition) -> frozenset[_Alternative]:
    """One alternative of every part; those that ask for a rule and bar it are none."""
    found: frozenset[_Alternative] = frozenset([(frozenset(), frozenset())])
    for part in parts:
        pairs = ((one[0] | other[0], one[1] | other[1]) for one, other in product(found, part))
        found = _bounded(frozenset(pair for pair in pairs if not pair[0] & pair[1]), condition)
    return found


def _bounded(found: frozenset[_Alternative], condition: Condition) -> frozenset[_Alternative]:
    if len(found) > MOST_ALTERNATIVES:
        construct = f"a condition with more than {MOST_ALTERNATIVES} alternatives"
        raise Unsupported(construct, span=condition.span)
    return found
