"""What the response files hold once they are read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

QUOTED = ("text", "account")
"""Kinds of values that are quoted where they stand in a command; an account is a user without its domain."""
KINDS = ("number", "epoch", "address", "digest", *QUOTED, "shown")
"""What a value may be. Numbers, times, addresses and digests are checked, and of an alphabet that no shell reads;
`shown` stands in no command and no query."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A value of a finding that texts ask for as {{name}}.

    kind     one of KINDS.
    sources  where it stands in a finding's document, the first that holds something wins: `process.pid`,
             `indicators.ip` (all of a kind), `detections.row.SHA256` (of every item of a list), `chain.written`;
             ` + ` joins several.
    get      how a person gets it where the sensor did not record it.
    """

    name: str
    kind: str
    what: str
    get: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A yes-or-no question that steps depend on: a slot or a variable, and the words that mean yes."""

    id: str
    asks: str
    variable: str
    equals: tuple[str, ...]
    tell: str


@dataclass(frozen=True, slots=True)
class Action:
    """A response action of RE&CT."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do: why, by whom, how, and the commands of each platform, one a line."""

    id: str
    title: str
    why: str
    do: tuple[str, ...]
    who: str
    activity: str
    actions: tuple[Action, ...]
    when: Condition | None
    commands: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase of the response, with its steps in order."""

    id: str
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Playbook:
    """The whole response to one kind of finding; `roles` say who someone is. Times are as CACAO writes them."""

    id: str
    title: str
    about: str
    created: str
    modified: str
    references: tuple[str, ...]
    roles: Mapping[str, str]
    slots: Mapping[str, Slot]
    conditions: tuple[Condition, ...]
    phases: tuple[Phase, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of triage: which values of the finding to look at, how, and what an answer means."""

    id: str
    ask: str
    values: tuple[str, ...]
    look: tuple[str, ...]
    means: tuple[str, ...]
    pivots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pivot:
    """A query that leads from the finding to what stands around it, in both languages."""

    id: str
    title: str
    kql: str
    spl: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A row of the decision table: what was found, and what follows."""

    verdict: str
    context: str
    decision: str
    escalate: str
    within: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A harmless cause that looks like this: how it looks, and what must be true before it is believed."""

    who: str
    looks: str
    check: str


@dataclass(frozen=True, slots=True)
class Artefact:
    """A trace that Python leaves: where on which platform, and what it says."""

    what: str
    says: str
    places: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Guide:
    """How to look into a finding; `collect` is what to keep, in the order in which it is lost."""

    title: str
    about: str
    slots: Mapping[str, Slot]
    questions: tuple[Question, ...]
    collect: Mapping[str, str]
    artefacts: tuple[Artefact, ...]
    pivots: tuple[Pivot, ...]
    decisions: tuple[Decision, ...]
    explanations: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class HuntQuery:
    """A question to ask of all logs when nothing was flagged.

    rows    scenarios that it returns rows on; `quiet`: scenarios on which it returns none, `noisy`: harmless ones
            on which it does.
    blind   sensors that do not record what it asks about, and why.
    """

    id: str
    title: str
    question: str
    attack: tuple[str, ...]
    returns: str
    read: str
    kql: str
    spl: str
    rows: tuple[str, ...]
    quiet: tuple[str, ...]
    noisy: tuple[str, ...]
    blind: Mapping[str, str]
