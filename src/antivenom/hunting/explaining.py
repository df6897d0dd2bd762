"""One Sigma rule as it is understood, and what each part of it lets through in some logs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from antivenom import engine
from antivenom.engine.together import matches
from antivenom.hunting.rules import Searcher, stream_of
from antivenom.logs import Logs
from antivenom.plan.show import show
from antivenom.rulesets import LoadedRule, RuleSet, Spelled, spelled


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
    reason    why it could not match in these logs, "" where it could.
    """

    rule: LoadedRule
    table: str
    plan: str
    sql: str
    clauses: tuple[Clause, ...]
    eligible: int | None = None
    hits: int | None = None
    reason: str = ""


def explain_rule(
    rule: LoadedRule, logs: Logs | None = None, placeholders: Mapping[str, tuple[str, ...]] | None = None
) -> Explained:
    """The rule's plan and SQL, and over logs how many rows each part of it lets through."""
    stream = stream_of(rule)
    table = stream.name if stream is not None else ""
    written = spelled(rule, table or "no table", placeholders)
    relation = written.plan.relation
    clauses = tuple(Clause(part.text) for part in written.parts)
    made = Explained(rule, table, show(relation), engine.sql_of(relation), clauses)
    return made if logs is None else _over(made, written, logs)


def _over(made: Explained, written: Spelled, logs: Logs) -> Explained:
    searcher = Searcher(RuleSet([made.rule]))
    scan = logs.scan(searcher.wants())
    searcher.search(scan)
    run = searcher.account.runs[0]
    clauses = made.clauses
    if run.eligible:
        rows = matches(scan.tables[made.table], [part.condition for part in written.parts])
        clauses = tuple(Clause(clause.text, len(found)) for clause, found in zip(clauses, rows, strict=True))
    return Explained(made.rule, made.table, made.plan, made.sql, clauses, run.eligible, run.hits, run.reason)
