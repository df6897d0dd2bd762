"""What rules of a set are to each other: filters added, references of correlations followed, circles refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from antivenom.errors import AntivenomError, QueryError
from antivenom.languages.sigma.correlations import named_in
from antivenom.languages.sigma.lower import lower
from antivenom.languages.sigma.modifiers import Placeholders
from antivenom.languages.sigma.syntax import Aggregation, Bound, Correlation, Filter, Named, Rule
from antivenom.rulesets.model import LoadedCorrelation, LoadedFilter, LoadedRule, Problem, RuleSet, by_reference

_COUNTS = {"count": "event_count", "sum": "value_sum", "avg": "value_avg"}
_MOST_CHAINED = 32
"""Correlations that may rest on each other."""


def counting(rule: Rule, loaded: LoadedRule, pipe: Aggregation) -> LoadedCorrelation:
    """A rule that counts, as the correlation it means."""
    kind = "value_count" if pipe.function == "count" and pipe.field else _COUNTS[pipe.function]
    loaded.reported = False
    correlation = Correlation(
        header=rule.header,
        type=kind,
        rules=(Named(loaded.key, pipe.span),),
        group_by=pipe.by,
        aliases={},
        timespan=rule.timeframe,
        bounds=(Bound(pipe.operator, pipe.number),),
        fields=(pipe.field,) if pipe.field else (),
    )
    return LoadedCorrelation(correlation, {loaded.key: loaded})


def apply_filters(made: RuleSet, filters: Sequence[Filter], placeholders: Placeholders) -> None:
    """Add filters to the rules they are for; one that cannot be read is a Problem."""
    for one in filters:
        source = one.header.source
        try:
            condition = lower(one, placeholders)
        except AntivenomError as error:
            made.problems.append(Problem(source.name, error.at(source), one.header.key, one.header.title))
            continue
        names = None if one.rules is None else {named.name for named in one.rules}
        added = LoadedFilter(one.header, condition)
        made.filters.append(added)
        for rule in made.rules:
            chosen = names is None or not names.isdisjoint((rule.header.id, rule.header.name))
            if chosen and one.logsource.covers(rule.logsource):
                rule.filters.append(added)
                added.rules += 1


def follow(made: RuleSet) -> None:
    """Find what correlations refer to; rules they are made of are not reported, unless they say so."""
    known = by_reference((*made.rules, *made.correlations))
    for one in made.correlations:
        if one.parts:
            continue
        for named in one.correlation.rules:
            part = known.get(named.name)
            if part is None or part is one:
                one.error = QueryError(f"no rule {named.name!r} is given", span=named.span, source=one.header.source)
            else:
                one.parts[named.name] = part
        one.error = one.error or _stranger(one)
        if one.error is None and not one.correlation.generate:
            for part in one.parts.values():
                part.reported = False
    _refuse_circles(made.correlations)


def _stranger(one: LoadedCorrelation) -> QueryError | None:
    """The error of a condition or an alias that names a rule the correlation is not made of."""
    parts = one.parts.items()
    known = {name for key, part in parts for name in (key, part.header.id, part.header.name)}
    written = {named.name: named.span for named in named_in(one.correlation.condition)}
    aliased = dict.fromkeys(name for rules in one.correlation.aliases.values() for name in rules)
    for name in (*written, *aliased):
        if name not in known:
            span = written.get(name, one.correlation.rules[0].span)
            return QueryError(
                f"{name!r} is not one of the rules of the correlation", span=span, source=one.header.source
            )
    return None


def _refuse_circles(correlations: Sequence[LoadedCorrelation]) -> None:
    """Refuse correlations that rest on themselves or on one that cannot run, and chains of too many."""
    depths: dict[int, int] = {}
    waiting = list(correlations)
    for depth in range(_MOST_CHAINED):
        ready = [one for one in waiting if one.error is None and _rests_on(one) <= depths.keys()]
        depths |= {id(one): depth for one in ready}
        waiting = [one for one in waiting if id(one) not in depths]
    for one in waiting:
        if one.error is None:
            message = f"it refers to itself, to one that cannot run, or to a chain of more than {_MOST_CHAINED}"
            one.error = QueryError(message, span=one.correlation.rules[0].span, source=one.header.source)


def _rests_on(one: LoadedCorrelation) -> set[int]:
    return {id(part) for part in one.parts.values() if isinstance(part, LoadedCorrelation)}


def repeated(made: RuleSet) -> list[str]:
    """The ids that several documents have; a rule that counts has that of what it counts."""
    counts = Counter(one.header.id for one in made.every() if one.header.id is not None)
    counting = {one.header.id for one in made.correlations if one.key in one.parts}
    return sorted(id for id, count in counts.items() if count > 1 + (id in counting))
