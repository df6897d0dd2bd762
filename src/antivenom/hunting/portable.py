"""Detections whose text is Sigma: all of them asked in one pass, with the scores their searches add up to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import pyarrow as pa

from antivenom.errors import AntivenomError, QueryError
from antivenom.hunting.model import Hit, RuleRun, Run
from antivenom.hunting.rules import Searcher
from antivenom.logs import Scan, Wants
from antivenom.rulesets import LoadedRule, RuleSet, from_text, made_of, searches


@dataclass(slots=True)
class _Asked:
    """A detection, the rules of its text, and for each flag the rule that says where it is set."""

    run: Run
    rules: RuleSet
    flags: dict[str, LoadedRule] = field(default_factory=dict)


class Portable:
    """The Sigma texts of detections in one hunt: what they want of the logs, and then their hits."""

    def __init__(self, runs: list[Run]) -> None:
        self._asked: list[_Asked] = []
        together = RuleSet()
        for run in runs:
            try:
                asked = _asked(run)
            except AntivenomError as error:
                run.error = error
                continue
            self._asked.append(asked)
            together.rules += [*asked.rules.rules, *asked.flags.values()]
            together.correlations += asked.rules.correlations
        self._searcher = Searcher(together)

    def wants(self) -> Wants:
        """What all of them together need of the logs."""
        return self._searcher.wants()

    def takers(self) -> Mapping[str, Callable[[pa.Table], None]]:
        """Who takes the rows of each table."""
        return self._searcher.takers()

    def search(self, scan: Scan) -> list[Hit]:
        """The hits of all detections; what each did is noted in its run."""
        hits = self._searcher.search(scan)
        by_rule: dict[int, list[Hit]] = {}
        for hit in hits:
            if isinstance(hit.run, RuleRun):
                by_rule.setdefault(id(hit.run.rule), []).append(hit)
        runs = {id(run.rule): run for run in self._searcher.account.runs}
        return [hit for asked in self._asked for hit in self._hits(asked, by_rule, runs, scan)]

    def _hits(
        self, asked: _Asked, by_rule: Mapping[int, list[Hit]], runs: Mapping[int, RuleRun], scan: Scan
    ) -> list[Hit]:
        run = asked.run
        mine = [runs[id(rule)] for rule in asked.rules.every()]
        run.eligible = sum(one.eligible for one in mine if isinstance(one.rule, LoadedRule))
        run.notes += [one.note for one in mine if one.note]
        run.missing += dict.fromkeys(one.reason for one in mine if one.reason)
        run.error = next((one.error for one in mine if one.error is not None), None)
        if run.error is not None:
            return []
        flagged = {flag: frozenset(self._searcher.events_of(rule)) for flag, rule in asked.flags.items()}
        found = [hit for rule in asked.rules.every() if rule.reported for hit in by_rule.get(id(rule), ())]
        made = [_with_flags(replace(hit, run=run), flagged) for hit in found]
        run.rows = len(made)
        for hit in made:
            run.flagged.update(hit.events)
            run.by_product.update({scan.origins.product(number) for number in hit.events})
        return made


def _asked(run: Run) -> _Asked:
    """The rules of a detection's text. Raises what is wrong with it."""
    rules = from_text(run.detection.query)
    flags = run.detection.flags
    return _Asked(run, rules, _flag_rules(rules, flags) if flags else {})


def _flag_rules(rules: RuleSet, flags: tuple[str, ...]) -> dict[str, LoadedRule]:
    """Flag -> the rule with that search. A correlation's parts have no flags."""
    inside = {id(part) for one in rules.correlations for part in made_of(one)}
    found: dict[str, LoadedRule] = {}
    for rule in rules.rules:
        if id(rule) not in inside:
            found |= searches(rule)
    unknown = [flag for flag in flags if flag not in found]
    if unknown:
        raise QueryError(f"there is no search identifier {unknown[0]!r}, which the detection names as a flag")
    return {flag: found[flag] for flag in flags}


def _with_flags(hit: Hit, flagged: Mapping[str, frozenset[int]]) -> Hit:
    if not flagged:
        return hit
    events = set(hit.events)
    return replace(
        hit, row={**hit.row, **{flag: int(not events.isdisjoint(numbers)) for flag, numbers in flagged.items()}}
    )
