"""One Sigma rule as it is understood, and what each part of it lets through in some logs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from antivenom import engine
from antivenom.engine.together import outcomes
from antivenom.errors import AntivenomError
from antivenom.hunting.model import RuleRun
from antivenom.hunting.rules import Searcher
from antivenom.logs import Logs
from antivenom.plan.show import show
from antivenom.plan.values import Call, walk
from antivenom.rulesets import LoadedCorrelation, LoadedRule, RuleSet, Spelled, made_of, spelled
from antivenom.vocabularies.sigma import stream


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a rule that every match satisfies, as it is written, and the rows it holds for; None without logs."""

    text: str
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """A rule as it is understood.

    table     the table of its log source, "" where no log that is read can hold it.
    eligible  rows of that table, and `hits`: rows that match; None without logs.
    reason    why it could not match in these logs, "" where it could; `note` and `error` as in RuleRun.
    """

    rule: LoadedRule
    table: str
    plan: str
    sql: str
    clauses: tuple[Clause, ...]
    eligible: int | None = None
    hits: int | None = None
    reason: str = ""
    note: str = ""
    error: AntivenomError | None = None


MOST_SHOWN = 2_000
"""Tests of a rule beyond which its plan and SQL are not written: nobody could read them."""


def explain_correlation(one: LoadedCorrelation, logs: Logs) -> RuleRun:
    """What a correlation finds over logs."""
    parts = made_of(one)
    rules = [part for part in parts if isinstance(part, LoadedRule)]
    correlations = [part for part in parts if isinstance(part, LoadedCorrelation)]
    searcher = Searcher(RuleSet(rules, correlations))
    searcher.search(logs.scan(searcher.wants()))
    return next(run for run in searcher.account.runs if run.rule is one)


def explain_rule(rule: LoadedRule, logs: Logs | None = None) -> Explained:
    """The rule's plan and SQL, and over logs how many rows each part of it lets through."""
    found = stream(rule.logsource)
    table = found.name if found is not None else ""
    written = spelled(rule, table or "no table")
    relation = written.plan.relation
    clauses = tuple(Clause(part.text) for part in written.parts)
    tests = sum(isinstance(part, Call) for part in walk(rule.condition))
    few = tests <= MOST_SHOWN
    said = f"{tests:,} tests: too many for a plan that anyone could read"
    made = Explained(rule, table, show(relation) if few else said, engine.sql_of(relation) if few else "", clauses)
    return made if logs is None else _over(made, written, logs)


def _over(made: Explained, written: Spelled, logs: Logs) -> Explained:
    searcher = Searcher(RuleSet([made.rule]))
    scan = logs.scan(searcher.wants())
    searcher.search(scan)
    run = searcher.account.runs[0]
    clauses = made.clauses
    if run.eligible:
        found = outcomes(scan.tables[made.table], [part.condition for part in written.parts])
        counts = (None if isinstance(rows, AntivenomError) else len(rows) for rows in found)
        clauses = tuple(Clause(clause.text, count) for clause, count in zip(clauses, counts, strict=True))
    return replace(
        made,
        clauses=clauses,
        eligible=run.eligible,
        hits=run.hits,
        reason=run.reason,
        note=run.note,
        error=run.error,
    )
