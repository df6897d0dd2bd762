"""A profile of what is known to be harmless: allow-entries, each with a reason, an owner and an end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from antivenom.findings import Finding
from antivenom.tuning.patterns import Pattern

FAMILIES: Mapping[str, str] = {
    "fingerprint": "program",
    "behaviours": "program",
    "code": "program",
    "command_line": "command line",
    "process_path": "process",
    "process_name": "process",
    "parent_path": "parent",
    "parent_name": "parent",
    "parent_command_line": "parent",
    "ancestor_name": "ancestors",
    "ancestor_command_line": "ancestors",
    "user": "user",
    "host": "host",
}
"""Each condition, and what it is about: an entry needs conditions about two things, or a fingerprint."""

TELLING = (
    frozenset({"fingerprint"}),
    frozenset({"command_line"}),
    frozenset({"process_path"}),
    frozenset({"behaviours", "parent_command_line"}),
    frozenset({"behaviours", "ancestor_command_line"}),
)
"""Of these an entry needs one: the others do not say what was run."""

RATINGS = ("notable", "suspicious")
"""What an entry may silence; malicious it never does."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is allowed, where all of its conditions hold.

    when          condition -> its patterns, of which one must fit; keys are those of FAMILIES but for the next two.
    behaviours    the only behaviours its Python may show; None where that is not asked.
    code_seen     whether all of its Python must stand on the command line, where it is read.
    detections    the ids it applies to; empty for all.
    most_rating   the worst rating of a finding it may silence, `most_verdict` the worst verdict on its Python.
    expires       the last day it allows anything.
    """

    id: str
    reason: str
    owner: str
    expires: date
    when: Mapping[str, tuple[Pattern, ...]]
    behaviours: tuple[str, ...] | None = None
    code_seen: bool = False
    detections: tuple[str, ...] = ()
    most_rating: str = "suspicious"
    most_verdict: str = "notable"
    references: tuple[str, ...] = ()

    def is_over(self, today: date) -> bool:
        """Whether it has expired."""
        return today > self.expires


@dataclass(frozen=True, slots=True)
class Profile:
    """Entries under a name."""

    id: str
    name: str
    description: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Allowed:
    """A finding that was left out, and the entry that allowed it."""

    finding: Finding
    profile: str
    entry: Entry


@dataclass(slots=True)
class Expired:
    """An entry whose time is over, and how many findings it would have allowed."""

    profile: str
    entry: Entry
    findings: int = 0


@dataclass(frozen=True, slots=True)
class Tuned:
    """Findings after profiles: those that stay, those that entries allowed, and the entries that have expired."""

    kept: list[Finding] = field(default_factory=list)
    allowed: list[Allowed] = field(default_factory=list)
    expired: list[Expired] = field(default_factory=list)
