"""A detection: what it looks for, in which languages, how it was proved, and what to do about it.

The sections are those of Palantir's Alerting and Detection Strategies (github.com/palantir, repository
alerting-detection-strategy-framework); entities are Microsoft Sentinel's, risk objects Splunk Enterprise Security's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from antivenom.source import SourceText

SEVERITIES = ("informational", "low", "medium", "high", "critical")
"""Severities, least first."""
CONFIDENCES = ("low", "medium", "high")
"""Confidences, least first."""
PLATFORMS = ("windows", "linux", "macos", "esxi")
LANGUAGES = ("sigma", "kql", "spl")
SCOPES = ("technique", "behaviour")
"""What a detection is after: all of a technique, so that what others find it has missed; or one behaviour of it."""
SENSORS = ("sysmon", "auditd", "defender", "eslogger", "esxi_shell")
"""What records a scenario."""

TACTICS: Mapping[str, str] = {
    "TA0001": "Initial Access",
    "TA0002": "Execution",
    "TA0003": "Persistence",
    "TA0004": "Privilege Escalation",
    "TA0005": "Stealth",
    "TA0112": "Defense Impairment",
    "TA0006": "Credential Access",
    "TA0007": "Discovery",
    "TA0008": "Lateral Movement",
    "TA0009": "Collection",
    "TA0010": "Exfiltration",
    "TA0011": "Command and Control",
    "TA0040": "Impact",
}
"""ATT&CK v19: tactic id -> name."""

DETECTION_FILE = "detection.yml"
_ATOMIC = re.compile(r"atomic-(t\d{4}(?:-\d{3})?)-(\d+)")
SCENARIOS = "scenarios"
ATOMICS = "atomics"
"""The folder of the scenarios that are tests of Atomic Red Team."""


@dataclass(frozen=True, slots=True)
class Query:
    """The text of a detection in one language.

    flags         columns of its result (of a Sigma rule: searches in its detection) that say why a row was found.
    score_column  the column that holds a row's score, or None: then `weights` gives each flag's share.
    """

    language: str
    text: SourceText
    flags: tuple[str, ...] = ()
    score_column: str | None = None
    weights: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a detection does with a scenario.

    sensors  where that holds; empty for every sensor that records the scenario.
    score    the highest score it gives, or None where nothing is said about it.
    why      the reason, where a reader could expect something else.
    """

    scenario: str
    fires: bool
    sensors: tuple[str, ...] = ()
    score: int | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where languages are known to answer differently, and why; an empty tuple means all of them."""

    languages: tuple[str, ...]
    sensors: tuple[str, ...]
    scenarios: tuple[str, ...]
    why: str

    def covers(self, languages: Collection[str], sensor: str, scenario: str) -> bool:
        """Whether it is about one of the languages, and about this sensor and scenario."""
        return (
            (not self.languages or not set(languages).isdisjoint(self.languages))
            and (not self.sensors or sensor in self.sensors)
            and (not self.scenarios or scenario in self.scenarios)
        )


@dataclass(frozen=True, slots=True)
class Entity:
    """A Sentinel entity: its type, the identifier of it, and the column that holds that."""

    type: str
    identifier: str
    column: str


@dataclass(frozen=True, slots=True)
class Risk:
    """A Splunk risk object: the field that names it, its type (system, user, other), and the score it gets."""

    field: str
    type: str
    score: int


@dataclass(frozen=True, slots=True)
class Change:
    """A version of a detection, the day it was made (ISO 8601), and what changed."""

    version: str
    date: str
    change: str


@dataclass(frozen=True, slots=True)
class Detection:
    """One detection of the catalogue.

    attack           ATT&CK technique ids; `tactics` the ids of their tactics.
    tables           Kusto tables it reads; `sourcetypes` and `models`: what Splunk must have; `logsources`: Sigma's.
    scope            one of SCOPES.
    language         the language it is run in, at first that of its first text; `queries` has the text of each.
    missing          language -> why there is no text in it.
    suspicious_from  the score from which on a row is suspicious; below it is notable. None: the severity says it.
    expectations     what it does with which scenarios: must fire, must stay quiet.
    differences      where its texts are known not to agree.
    """

    id: str
    name: str
    description: str
    severity: str
    confidence: str
    scope: str
    tactics: tuple[str, ...]
    attack: tuple[str, ...]
    platforms: tuple[str, ...]
    data_sources: tuple[str, ...]
    tables: tuple[str, ...]
    sourcetypes: tuple[str, ...]
    models: tuple[str, ...]
    logsources: tuple[str, ...]
    language: str
    queries: Mapping[str, Query]
    missing: Mapping[str, str]
    suspicious_from: int | None
    goal: str
    strategy: str
    technical_context: str
    blind_spots: tuple[str, ...]
    false_positives: tuple[str, ...]
    validation: str
    priority: str
    response: str
    entities: tuple[Entity, ...]
    risk: tuple[Risk, ...]
    expectations: tuple[Expectation, ...]
    differences: tuple[Difference, ...]
    tuning: tuple[str, ...]
    actors: tuple[str, ...]
    references: tuple[str, ...]
    changelog: tuple[Change, ...]
    folder: Path

    @property
    def query(self) -> SourceText:
        """The text in the language it is run in."""
        return self._run.text

    @property
    def flags(self) -> tuple[str, ...]:
        """The flags of that text."""
        return self._run.flags

    @property
    def score_column(self) -> str | None:
        """The column of that text's result with the score, or None."""
        return self._run.score_column

    @property
    def weights(self) -> Mapping[str, int]:
        """The share of each flag in the score."""
        return self._run.weights

    @property
    def _run(self) -> Query:
        return self.queries[self.language]

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The scenarios on which it must fire, in their order."""
        return tuple(dict.fromkeys(each.scenario for each in self.expectations if each.fires))

    def weigh(self, flags: Collection[str]) -> int:
        """The score of a row on which these flags are set, by `weights`."""
        return sum(weight for flag, weight in self.weights.items() if flag in flags)

    def in_language(self, language: str) -> Detection:
        """The same detection, run in another of its languages."""
        return replace(self, language=language)

    def with_text(
        self, language: str, text: str | SourceText, *, id: str = "", score_column: str | None = None
    ) -> Detection:
        """A detection with the same words about it whose only text is this one, without flags."""
        source = text if isinstance(text, SourceText) else SourceText(text)
        query = Query(language, source, score_column=score_column)
        return replace(self, id=id or self.id, language=language, queries={language: query})

    def scenario_file(self, name: str) -> Path:
        """Where a scenario stands: the detection's own, or else one beside all detections."""
        return scenario_file(self.folder, name)


def scenario_file(folder: Path, name: str) -> Path:
    """Where the scenario of that name stands for the detection in `folder`."""
    test = _ATOMIC.fullmatch(name)
    places = [folder / SCENARIOS / f"{name}.yml", folder.parent / SCENARIOS / f"{name}.yml"]
    if test:
        places.append(folder.parent / ATOMICS / f"{test[1].replace('-', '.')}-{test[2]}.yml")
    return next((place for place in places if place.is_file()), places[-1])
