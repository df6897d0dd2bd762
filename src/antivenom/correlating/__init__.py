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

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import inf

from antivenom.correlating.groups import placed
from antivenom.correlating.measures import metering
from antivenom.correlating.model import Entry, Hit, LeftOut, Match, Values, field_of, rules_of
from antivenom.correlating.windows import satisfied, stretches
from antivenom.languages.sigma.syntax import And, Condition, Correlation, Named, Not, Of, Or

__all__ = ["MOST_MATCHES", "Hit", "LeftOut", "Match", "as_hit", "correlate", "fields_read", "left_out", "renamed"]

MOST_MATCHES = 10_000
"""How many matches of one correlation are given back, the earliest first."""


def fields_read(correlation: Correlation, rule: str) -> frozenset[str]:
    """Fields that grouping and counting read in the hits of a rule, by its reference as the correlation writes it."""
    return frozenset(field_of(correlation, rule, name) for name in (*correlation.group_by, *correlation.fields))


def correlate(correlation: Correlation, hits: Mapping[str, Sequence[Hit]], most: int = MOST_MATCHES) -> list[Match]:
    """The first `most` matches by time, then group. Keys of `hits` are references as `correlation.rules` has them.

    event_count counts events: one that hits several rules is one ("counts events", as pySigma's SQLite backend).
    A hit without a value for a field of group-by belongs to no group: that two events both lack a user does not
    make them events of one user. Splunk's `stats by` leaves them out too. Without group-by there is one group.
    Raises QueryError or Unsupported for a condition that cannot be asked.
    """
    groups, metered = placed(correlation, hits)[0], metering(correlation)
    found = [
        (times_of(entries[low:high])[0], key, low, high, measured)
        for key, entries in groups.items()
        for low, high, measured in stretches(satisfied(correlation, entries, metered(entries)))
    ]
    found.sort(key=lambda one: (-inf if one[0] is None else one[0], one[1]))
    return [_match(correlation, groups[key][low:high], measured) for _, key, low, high, measured in found[:most]]


def left_out(correlation: Correlation, hits: Mapping[str, Sequence[Hit]]) -> LeftOut:
    """How many hits `correlate` does not look at, and why."""
    return placed(correlation, hits)[1]


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


def _match(correlation: Correlation, entries: Sequence[Entry], measured: float) -> Match:
    rules = rules_of(correlation)
    counts = Counter(entry.rule for entry in entries)
    lead = entries[0]
    first, last = times_of(entries)
    return Match(
        group={name: lead.hit.values[field_of(correlation, rules[lead.rule], name)] for name in correlation.group_by},
        first=first,
        last=last,
        measured=measured,
        events=tuple(sorted({event for entry in entries for event in entry.hit.events})),
        by_rule={rule: counts[index] for index, rule in enumerate(rules)},
    )


def times_of(entries: Sequence[Entry]) -> tuple[int | None, int | None]:
    """The first and last time among hits in order; those without a time stand first."""
    first = next((entry.hit.time for entry in entries if entry.hit.time is not None), None)
    return first, entries[-1].hit.time
