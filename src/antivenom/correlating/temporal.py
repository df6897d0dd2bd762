"""Which rules have hits in a window, and whether in order; conditions over rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple, TypeAlias

from antivenom.correlating.model import Entry, rules_of
from antivenom.errors import QueryError, Unsupported
from antivenom.languages.sigma.syntax import And, Condition, Correlation, Named, Not, Of, Or

MOST_ALTERNATIVES = 256
"""In how many ways a condition over rules may be satisfied."""
_Alternative: TypeAlias = tuple[frozenset[int], frozenset[int]]
"""One way to satisfy a condition: the rules that must have a hit, and those that must not."""


class Asked(NamedTuple):
    """What a temporal correlation asks of its `rules` rules, of which sets are written as bits.

    counted  whether rules are counted against bounds.
    ways     for each alternative the rules needed, the rules barred, and those needed in the order they are listed.
    """

    rules: int
    counted: bool
    ways: list[tuple[int, int, list[int]]]


def asked_by(correlation: Correlation) -> Asked:
    """What a correlation asks. Raises QueryError or Unsupported for a condition that cannot be asked."""
    places = {rule: place for place, rule in enumerate(rules_of(correlation))}
    steps = [places[rule.name] for rule in correlation.rules]
    alternatives: Iterable[_Alternative] = [(frozenset(steps), frozenset())]
    if correlation.condition is not None:
        alternatives = _alternatives(correlation.condition, places)
    ways = [
        (_mask(needed), _mask(barred), [step for step in steps if step in needed]) for needed, barred in alternatives
    ]
    return Asked(len(places), bool(correlation.bounds), ways)


class Together:
    """Which rules have hits, and whether hits of them stand in the order of the rules.

    In order means that hits can be chosen, one for each rule as listed, with times that do not decrease and at
    equal times event numbers that do not decrease; one event may be the hit of two rules, one hit serves one place
    in the list. With bounds, the most rules that can be met in order are counted, without them and a condition all
    are needed; under a condition, the rules of one alternative.
    """

    def __init__(self, ordered: bool, asked: Asked, entries: Sequence[Entry]) -> None:
        self.asked = asked
        self.of = [entry.rule for entry in entries]
        self.counts = [0] * asked.rules
        self.present = 0
        self.ordered = ordered
        self.ranks = _ranks(entries, asked.rules) if ordered else []
        self.met: dict[int, bool] = {}

    def add(self, index: int) -> None:
        """A hit comes in at the end."""
        rule = self.of[index]
        self.counts[rule] += 1
        self.present |= 1 << rule

    def remove(self, index: int) -> None:
        """A hit goes at the start."""
        rule = self.of[index]
        self.counts[rule] -= 1
        if not self.counts[rule]:
            self.present &= ~(1 << rule)

    def read(self, low: int, high: int) -> float | None:
        """How many rules have hits, or can be met in order; None where what is asked for is not met."""
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


def _ranks(entries: Sequence[Entry], rules: int) -> list[list[int]]:
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
