"""Sigma rules over the tables of a scan: all rules of a log source in one pass, then what correlates their hits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from antivenom.correlating import Hit as Occurrence
from antivenom.correlating import Match
from antivenom.engine.together import Late, check, named, outcomes
from antivenom.errors import AntivenomError, MissingInput
from antivenom.findings import Matched, iso
from antivenom.hunting.clocks import nanoseconds
from antivenom.hunting.correlations import Correlator, correlated_fields
from antivenom.hunting.model import Hit, RuleRun, Rules
from antivenom.languages.sigma.lower import RESERVED
from antivenom.logs import Scan, Wants
from antivenom.plan.implied import implied, possible
from antivenom.plan.values import Call, Column, Literal, Value, columns_of
from antivenom.rulesets import LoadedCorrelation, LoadedRule, RuleSet, written
from antivenom.tables import EVENT_COLUMN, Need
from antivenom.vocabularies.sigma import TIME_COLUMN, LogSource, Stream, stream

CONTEXT = ("Computer", "User", "Image", "ProcessId", "CommandLine", "ParentImage", "ParentCommandLine")
"""Fields of every table that say where a match was and who did it."""

_MOST_IDS = 5
_EVENT_IDS = ("EventID", "type")
"""The fields that name the kind of an event: of Windows events, and of audit records."""


@dataclass(slots=True)
class _Asked:
    """A rule that these logs can be asked: its table, and the fields its hits are shown and correlated by."""

    run: RuleRun
    rule: LoadedRule
    stream: Stream
    columns: frozenset[str]
    correlated: bool
    occurrences: list[Occurrence] = field(default_factory=list)


class Searcher:
    """A set of rules in one hunt: first what it wants of the logs, then its hits over their tables."""

    def __init__(self, rules: RuleSet) -> None:
        self.account = Rules(rules, [RuleRun(rule) for rule in rules.every()])
        self._runs = {id(run.rule): run for run in self.account.runs}
        self._correlated = correlated_fields(rules.correlations)
        self._asked: list[_Asked] = []
        for rule in rules.rules:
            self._ask(self._runs[id(rule)], rule)

    def _ask(self, run: RuleRun, rule: LoadedRule) -> None:
        found = stream_of(rule)
        if found is None:
            run.reason = f"no log that is read here holds events of {rule.logsource}"
            return
        run.error = _broken(rule)
        if run.error is not None:
            return
        run.table = found.name
        columns = frozenset(column.name for column in columns_of(rule.condition))
        also = frozenset(name for name in rule.header.fields if not name.startswith(RESERVED))
        shown = columns | self._correlated.get(id(rule), frozenset()) | also
        self._asked.append(_Asked(run, rule, found, shown, id(rule) in self._correlated))

    def wants(self) -> Wants:
        """What all rules together need of the logs."""
        made = Wants(need=_NOTHING)
        for asked in self._asked:
            columns = asked.columns | frozenset(CONTEXT)
            need = asked.stream.need(asked.columns, _event_ids(asked.rule.condition))
            made = made.join(Wants(sigma={asked.stream.name: columns}, need=need))
        return made

    def search(self, scan: Scan) -> list[Hit]:
        """The hits of all rules that are reported; what each did is noted in its run."""
        hits: list[Hit] = []
        for name, group in self._by_table().items():
            hits += _Table(scan, name).search(group)
        correlator = Correlator({id(asked.rule): asked.occurrences for asked in self._asked})
        for one in self.account.loaded.correlations:
            hits += self._correlate(one, correlator, scan)
        return hits

    def _correlate(self, one: LoadedCorrelation, correlator: Correlator, scan: Scan) -> list[Hit]:
        run = self._runs[id(one)]
        try:
            found = correlator.matches(one)
            run.note = correlator.note(one)
        except AntivenomError as error:
            run.error = error.at(one.header.source)
            return []
        run.hits, run.eligible = len(found), correlator.hits(one)
        run.reason = "" if found else self._why_none(one)
        for match in found:
            run.by_product.update({scan.origins.product(number) for number in match.events})
        return [_hit_of(run, match) for match in found] if one.reported else []

    def _why_none(self, one: LoadedCorrelation) -> str:
        """The reason of a rule it needs and that could not match; "" where all could."""
        parts = [self._runs[id(part)] for part in one.parts.values()]
        why = ((run, run.reason or (run.error.message if run.error else "")) for run in parts)
        return next((f"{run.rule.header.title}: {reason}" for run, reason in why if reason), "")

    def _by_table(self) -> dict[str, list[_Asked]]:
        found: dict[str, list[_Asked]] = {}
        for asked in self._asked:
            found.setdefault(asked.stream.name, []).append(asked)
        return found


_NOTHING = Need(frozenset(), raw=False)


def _broken(rule: LoadedRule) -> AntivenomError | None:
    """Why a rule's patterns cannot be asked, at its place in the rule's file."""
    try:
        check(rule.condition)
    except AntivenomError as error:
        try:
            check(written(rule))
        except AntivenomError as placed:
            return error if isinstance(placed, MissingInput) else placed.at(rule.header.source)
        return error
    return None


def stream_of(rule: LoadedRule) -> Stream | None:
    """The stream of a rule's log source; None where no log that is read can hold it."""
    source = rule.logsource
    return stream(LogSource(source.product, source.category, source.service))


def _event_ids(condition: Value) -> frozenset[str] | None:
    """The only event ids, or audit record types, that the condition lets through; None for any."""
    for name in _EVENT_IDS:
        found = implied(condition, name, _plain_equal)
        if found is not None:
            return found
    return None


def _of_ids(condition: Value) -> str:
    """The event ids or record types a condition is bound to, for a person: no others are read for it."""
    found = sorted(_event_ids(condition) or ())
    more = f" and {len(found) - _MOST_IDS} more" if len(found) > _MOST_IDS else ""
    return f" with {_listed(found[:_MOST_IDS])}{more} as event id or type" if found else ""


def _plain_equal(call: Call) -> tuple[str, str] | None:
    if call.op != "sigma.eq":
        return None
    column, text = call.args
    if not (isinstance(column, Column) and isinstance(text, Literal)):
        return None
    return column.name, str(text.value)


class _Table:
    """The table of one log source, asked all of its rules at once."""

    def __init__(self, scan: Scan, name: str) -> None:
        self.scan = scan
        self.table = scan.tables[name]
        rows = self.table.num_rows
        self.empty = frozenset(name for name in self.table.column_names if self.table.column(name).null_count == rows)

    def search(self, group: list[_Asked]) -> list[Hit]:
        """The hits of the rules that are reported; occurrences are noted for those that are correlated."""
        able = [asked for asked in group if self._able(asked)]
        hits: list[Hit] = []
        late: dict[int, list[Late]] = {}
        found = outcomes(self.table, [asked.rule.condition for asked in able], late)
        for number, (asked, rows) in enumerate(zip(able, found, strict=True)):
            asked.run.note = "; ".join(map(self._late, late.get(number, ())))
            if isinstance(rows, AntivenomError):
                asked.run.error = rows.at(asked.rule.header.source)
            elif len(rows):
                asked.run.hits = len(rows)
                hits += self._found(asked, rows)
        return hits

    def _late(self, late: Late) -> str:
        """That a pattern took too long, and on what."""
        row = pc.index(self.table.column(late.column), late.values[0]).as_py()
        where = self.scan.origins.origin(self.table.column(EVENT_COLUMN)[row].as_py())
        count = f"{len(late.values):,} value{'' if len(late.values) == 1 else 's'} of {late.column}"
        return f"a regular expression took too long on {count}, which count as not matching it; the first is in {where}"

    def _able(self, asked: _Asked) -> bool:
        """Whether the rule can match in this table at all; if not, its run says why."""
        run = asked.run
        run.eligible = self.table.num_rows
        condition = asked.rule.condition
        if not run.eligible:
            run.reason = f"these logs hold no events of {asked.rule.logsource}{_of_ids(condition)}"
            return False
        missing = sorted({column.name for column in columns_of(condition) if column.name in self.empty})
        if missing and not possible(condition, self.empty):
            run.reason = f"no event of {asked.rule.logsource} here has {_listed(missing)}"
            return False
        return True

    def _found(self, asked: _Asked, rows: np.ndarray[Any, Any]) -> list[Hit]:
        names = list(dict.fromkeys((*CONTEXT, *sorted(asked.columns))))
        held = self.table.select([*names, TIME_COLUMN, EVENT_COLUMN]).take(pa.array(rows))
        times = nanoseconds(held.column(TIME_COLUMN)).to_pylist()
        numbers = held.column(EVENT_COLUMN).to_pylist()
        asked.run.by_product.update(map(self.scan.origins.product, numbers))
        found = list(zip(times, numbers, held.select(names).to_pylist(), strict=True))
        if asked.correlated:
            asked.occurrences += [Occurrence(time, (number,), row) for time, number, row in found]
        if not asked.run.reported:
            return []
        told = named(held, asked.rule.condition)
        return [_hit(asked, *hit, reasons) for hit, reasons in zip(found, told, strict=True)]


def _hit(asked: _Asked, time: int | None, number: int, row: Mapping[str, str | None], reasons: Iterable[Call]) -> Hit:
    """A row that a rule matched, with the fields that made it match."""
    matched = tuple(_named(reason, row) for reason in reasons)
    shown = {name: value for name, value in row.items() if value is not None}
    return Hit(asked.run, (number,), shown, time, matched)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _named(reason: Call, row: Mapping[str, str | None]) -> Matched:
    """A test that was true, for a person."""
    column, *rest = reason.args
    name = column.name if isinstance(column, Column) else ""
    wanted = ", ".join(
        arg.name if isinstance(arg, Column) else str(arg.value) for arg in rest if not isinstance(arg, Call)
    )
    return Matched(name, reason.op.rpartition(".")[2], wanted, row.get(name))


def _hit_of(run: RuleRun, match: Match) -> Hit:
    """A correlation's match; its row is the group, what was counted, and how often each rule matched."""
    row: dict[str, Any] = {name: value for name, value in match.group.items() if value is not None}
    row |= {"measured": match.measured, "first": iso(match.first), "last": iso(match.last)}
    row |= {"by_rule": dict(match.by_rule)}
    return Hit(run, match.events, row, match.last)
