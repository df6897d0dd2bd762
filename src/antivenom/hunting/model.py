"""What a hunt is made of: what each detection did, what was read, and the findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from antivenom.catalogue import Detection
from antivenom.errors import AntivenomError
from antivenom.findings import Finding, Matched
from antivenom.logs import Scan
from antivenom.plan.relations import Plan
from antivenom.programs.reading import Account
from antivenom.rulesets import LoadedCorrelation, LoadedRule, RuleSet
from antivenom.source import Span


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of a query, and how many rows were left after it."""

    text: str
    span: Span | None
    rows: int


@dataclass(slots=True)
class Run:
    """What one detection did in a hunt.

    rows      rows its query returned, in all and by the product whose events they were made from.
    eligible  rows of the tables it reads.
    stages    rows left after each stage; filled when the query returned none.
    missing   tables without a row and columns without a value among those the query reads.
    error     why it could not run.
    """

    detection: Detection
    plan: Plan | None = None
    rows: int = 0
    by_product: Counter[str] = field(default_factory=Counter)
    eligible: int = 0
    stages: list[Stage] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    error: AntivenomError | None = None
    flagged: set[int] = field(default_factory=set)
    """Numbers of the events its rows were made from."""


@dataclass(slots=True)
class RuleRun:
    """What one Sigma rule, or correlation, did in a hunt.

    table     the table of its log source, "" where no log that is read can hold such events.
    eligible  rows of that table.
    hits      events it matched (of a correlation: groups of them), in all and by product.
    reason    why it could not match in these logs; "" where it could.
    note      what a user should know of its hits.
    error     why it could not be asked at all.
    reported  whether its hits are findings of their own, not only parts of a correlation.
    """

    rule: LoadedRule | LoadedCorrelation
    table: str = ""
    eligible: int = 0
    hits: int = 0
    by_product: Counter[str] = field(default_factory=Counter)
    reason: str = ""
    note: str = ""
    error: AntivenomError | None = None

    @property
    def reported(self) -> bool:
        """Whether its hits are findings."""
        return self.rule.reported


@dataclass(slots=True)
class Rules:
    """What a hunt did with a set of Sigma rules: a run for each, rules first, and what could not be loaded."""

    loaded: RuleSet
    runs: list[RuleRun] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """What reading the Python did in a hunt.

    account     what was gone through.
    by_product  findings of its own by the product whose events they were made from.
    flagged     numbers of the events whose program made a finding.
    """

    account: Account
    by_product: Counter[str] = field(default_factory=Counter)
    flagged: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Hunt:
    """A whole hunt: its findings, ranked, what each detection did, and what was read."""

    findings: list[Finding]
    runs: list[Run]
    scan: Scan
    now: int | None
    """The fixed clock (ns since 1970 UTC), or None when it moved with the events."""
    events_of: list[tuple[int, ...]] = field(default_factory=list)
    """For each finding, the numbers of the events it was made from."""
    reading: Reading | None = None
    """What reading the Python did, where it was read."""
    rules: Rules | None = None
    """What Sigma rules did, where they were given."""
    below: int = 0
    """Findings left out because they are rated lower than was asked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of a detection's result, or what a rule matched, and its time in nanoseconds since 1970 UTC.

    matched  of a rule: the fields that matched, with what was looked for in them.
    """

    run: Run | RuleRun
    events: tuple[int, ...]
    row: dict[str, Any]
    time: int | None
    matched: tuple[Matched, ...] = ()
