"""Sigma rules over the tables of a scan: all rules of a log source in one pass, then what correlates their hits."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from antivenom.correlating import Hit as Occurrence
from antivenom.correlating import Match
from antivenom.engine.together import Late, Prepared, check
from antivenom.errors import AntivenomError
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
from antivenom.vocabularies.sigma import TIME_COLUMN, Stream, stream

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
    numbers: array[int] = field(default_factory=lambda: array("q"))
    """Numbers of the events it matched."""
    hits: list[Hit] = field(default_factory=list)
    late: dict[str, _Late] = field(default_factory=dict)
    """Column -> its values that took too long."""

    def forget(self) -> None:
        """Leave out what was found before the rule failed: it was asked of some rows alone."""
        self.occurrences.clear()
        self.hits.clear()
        self.numbers = array("q")


@dataclass(slots=True)
class _Late:
    """Values of a column that patterns took too long on, as hashes, and the number of the first event with one."""

    column: str
    event: int
    values: set[int] = field(default_factory=set)

    def told(self, scan: Scan) -> str:
        """For a person."""
        count = f"{len(self.values):,} value{'' if len(self.values) == 1 else 's'} of {self.column}"
        return (
            f"a regular expression took too long on {count}, which count as not matching it; the first is in"
            f" {scan.origins.origin(self.event)}"
        )


class Searcher:
    """A set of rules in one hunt: what it wants of the logs, who takes the rows as they come, and then its hits."""

    def __init__(self, rules: RuleSet) -> None:
        self.account = Rules(rules, [RuleRun(rule) for rule in rules.every()])
        self._runs = {id(run.rule): run for run in self.account.runs}
        self._correlated = correlated_fields(rules.correlations)
        self._asked: list[_Asked] = []
        for rule in rules.rules:
            self._ask(self._runs[id(rule)], rule)
        self._tables: dict[str, _Table] = {}
        for asked in self._asked:
            self._tables.setdefault(asked.stream.name, _Table([])).group.append(asked)

    def _ask(self, run: RuleRun, rule: LoadedRule) -> None:
        found = stream(rule.logsource)
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

    def takers(self) -> Mapping[str, Callable[[pa.Table], None]]:
        """Who takes the rows of each table, so that none of them stays."""
        return {name: table.take for name, table in self._tables.items()}

    def search(self, scan: Scan) -> list[Hit]:
        """The hits of all rules that are reported; what each did is noted in its run.

        Rows that were not taken while they were read are asked now.
        """
        for name, table in self._tables.items():
            rest = scan.tables.get(name)
            if rest is not None and rest.num_rows:
                table.take(rest)
            table.finish(scan)
        hits = [hit for asked in self._asked for hit in asked.hits]
        correlator = Correlator({id(asked.rule): asked.occurrences for asked in self._asked})
        for one in self.account.loaded.correlations:
            hits += self._correlate(one, correlator, scan)
        return hits

    def events_of(self, rule: LoadedRule) -> array[int]:
        """Numbers of the events that a rule matched, whether or not it is reported."""
        return next((asked.numbers for asked in self._asked if asked.rule is rule), array("q"))

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


_NOTHING = Need(frozenset(), raw=False)


def _broken(rule: LoadedRule) -> AntivenomError | None:
    """Why a rule's patterns cannot be asked, at its place in the rule's file."""
    try:
        check(rule.condition)
    except AntivenomError as error:
        try:
            check(written(rule))
        except AntivenomError as placed:
            return placed.at(rule.header.source)
        return error
    return None


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
    """The table of one log source, which comes in batches, each asked all of its rules at once."""

    def __init__(self, group: list[_Asked]) -> None:
        self.group = group
        self.rows = 0
        self.filled: set[str] = set()
        self._prepared: Prepared | None = None

    def take(self, batch: pa.Table) -> None:
        """Ask the rules of some rows; hits are noted with the rules."""
        if self._prepared is None:
            self._prepared = Prepared([asked.rule.condition for asked in self.group])
        rows = batch.num_rows
        self.rows += rows
        self.filled.update(name for name in batch.column_names if batch.column(name).null_count < rows)
        late: dict[int, list[Late]] = {}
        for number, (asked, found) in enumerate(zip(self.group, self._prepared.outcomes(batch, late), strict=True)):
            for one in late.get(number, ()):
                known = asked.late.setdefault(one.column, _Late(one.column, _first(batch, one)))
                known.values.update(map(hash, one.values))
            if isinstance(found, AntivenomError):
                asked.run.error = found
            elif len(found):
                self._found(asked, batch, found)

    def finish(self, scan: Scan) -> None:
        """What each rule did; or why it could not match in this table at all."""
        for asked in self.group:
            run, condition = asked.run, asked.rule.condition
            run.eligible = self.rows
            if run.error is not None:
                asked.forget()
            run.hits = len(asked.numbers)
            run.by_product.update(map(scan.origins.product, asked.numbers))
            run.note = "; ".join(one.told(scan) for one in asked.late.values())
            if run.error is not None:
                run.error.at(asked.rule.header.source)
            elif not run.hits:
                run.reason = self._why_none(asked, condition)

    def _why_none(self, asked: _Asked, condition: Value) -> str:
        if not self.rows:
            return f"these logs hold no events of {asked.rule.logsource}{_of_ids(condition)}"
        missing = sorted({column.name for column in columns_of(condition)} - self.filled)
        if missing and not possible(condition, frozenset(missing)):
            return f"no event of {asked.rule.logsource} here has {_listed(missing)}"
        return ""

    def _found(self, asked: _Asked, batch: pa.Table, rows: np.ndarray[Any, Any]) -> None:
        names = list(dict.fromkeys((*CONTEXT, *sorted(asked.columns))))
        held = batch.select([*names, TIME_COLUMN, EVENT_COLUMN]).take(pa.array(rows))
        times = nanoseconds(held.column(TIME_COLUMN)).to_pylist()
        numbers = held.column(EVENT_COLUMN).to_pylist()
        asked.numbers.extend(numbers)
        found = list(zip(times, numbers, held.select(names).to_pylist(), strict=True))
        if asked.correlated:
            asked.occurrences += [Occurrence(time, (number,), row) for time, number, row in found]
        if asked.run.reported:
            assert self._prepared is not None
            told = self._prepared.named(held, asked.rule.condition)
            asked.hits += [_hit(asked, *hit, reasons) for hit, reasons in zip(found, told, strict=True)]


def _first(batch: pa.Table, late: Late) -> int:
    """The number of the first event that a pattern took too long on."""
    row = pc.index(batch.column(late.column), late.values[0]).as_py()
    number: int = batch.column(EVENT_COLUMN)[row].as_py()
    return number


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
