"""Sigma correlations over the hits of the rules they are made of, chains of them included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from antivenom.correlating import MOST_MATCHES, Hit, Match, as_hit, correlate, fields_read, left_out, renamed
from antivenom.languages.sigma.syntax import Correlation
from antivenom.rulesets import LoadedCorrelation, LoadedRule


def correlated_fields(correlations: Iterable[LoadedCorrelation]) -> dict[int, frozenset[str]]:
    """Rule -> the fields of its hits that correlations read, those of correlations of correlations included."""
    found: dict[int, frozenset[str]] = {}

    def ask(part: LoadedRule | LoadedCorrelation, fields: frozenset[str]) -> None:
        known = found.get(id(part))
        if known is not None and fields <= known:
            return
        found[id(part)] = (known or frozenset()) | fields
        for inner in part.parts.values() if isinstance(part, LoadedCorrelation) else ():
            ask(inner, fields)

    for one in correlations:
        if one.error is None:
            for reference, part in one.parts.items():
                ask(part, fields_read(_referring(one), reference))
    return found


def _referring(one: LoadedCorrelation) -> Correlation:
    """The correlation with each rule under one name, that of `parts`, wherever it names it by id or by name."""
    other = {
        name: key for key, part in one.parts.items() for name in (part.header.id, part.header.name) if name is not None
    }
    return renamed(one.correlation, {name: key for name, key in other.items() if name not in one.parts})


class Correlator:
    """Matches of correlations, each worked out once. `occurrences`: rule (by identity) -> its hits."""

    def __init__(self, occurrences: Mapping[int, Sequence[Hit]]) -> None:
        self._occurrences = occurrences
        self._known: dict[int, list[Match]] = {}
        self._held: dict[int, dict[int, Mapping[str, str | None]]] = {}

    def matches(self, one: LoadedCorrelation) -> list[Match]:
        """What the correlation finds. Raises the error of one that cannot be followed."""
        if one.error is not None:
            raise one.error
        if id(one) not in self._known:
            self._known[id(one)] = correlate(_referring(one), self._hits(one))
        return self._known[id(one)]

    def note(self, one: LoadedCorrelation) -> str:
        """What a user should know of its matches: how many hits took no part, and whether there are more matches."""
        left = left_out(_referring(one), self._hits(one))
        told = [
            f"{count:,} hits {why}"
            for count, why in (
                (left.timeless, "without a time"),
                (left.groupless, f"without {' and '.join(one.correlation.group_by)} to group by"),
                (left.valueless, f"without {' and '.join(one.correlation.fields)} to look at"),
            )
            if count
        ]
        cut = self._cut(one)
        more = [f"the first {MOST_MATCHES:,} matches of {' and of '.join(cut)} are kept"] if cut else []
        return "; ".join([*([f"left out: {', '.join(told)}"] if told else []), *more])

    def hits(self, one: LoadedCorrelation) -> int:
        """How many hits it looks at."""
        return sum(map(len, self._hits(one).values()))

    def _cut(self, one: LoadedCorrelation) -> list[str]:
        """Titles of it and of those it is made of that have more matches than are kept."""
        inner = [part for part in one.parts.values() if isinstance(part, LoadedCorrelation)]
        return [part.header.title for part in (one, *inner) if len(self.matches(part)) >= MOST_MATCHES]

    def _hits(self, one: LoadedCorrelation) -> dict[str, Sequence[Hit]]:
        return {reference: self._hits_of(one, reference, part) for reference, part in one.parts.items()}

    def _hits_of(self, one: LoadedCorrelation, reference: str, part: LoadedRule | LoadedCorrelation) -> Sequence[Hit]:
        if isinstance(part, LoadedRule):
            return self._occurrences.get(id(part), ())
        wanted = fields_read(_referring(one), reference)
        values = self._values(part)
        return [as_hit(match, _shared(match, wanted, values)) for match in self.matches(part)]

    def _values(self, part: LoadedRule | LoadedCorrelation) -> dict[int, Mapping[str, str | None]]:
        """Event number -> the fields of the hit it was, of everything below."""
        if isinstance(part, LoadedRule):
            return {number: hit.values for hit in self._occurrences.get(id(part), ()) for number in hit.events}
        if id(part) not in self._held:
            found: dict[int, Mapping[str, str | None]] = {}
            for inner in part.parts.values():
                found |= self._values(inner)
            self._held[id(part)] = found
        return self._held[id(part)]


def _shared(
    match: Match, wanted: frozenset[str], values: Mapping[int, Mapping[str, str | None]]
) -> dict[str, str | None]:
    """The wanted fields that all events of a match have the same of."""
    found = {}
    for name in wanted - match.group.keys():
        held = {values.get(number, {}).get(name) for number in match.events}
        if len(held) == 1:
            found[name] = held.pop()
    return found
