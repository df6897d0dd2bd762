"""Findings: the only thing that leaves the house. One per process execution, whoever flagged it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from antivenom.pycode import Indicator, Layer, Program, worst
from antivenom.tables import Origin

PYTHON_CODE = "python-code"
"""The id under which the reading of the Python itself gives evidence, beside the ids of the detections."""

RATINGS: Mapping[str, str] = {
    "informational": "notable",
    "low": "notable",
    "medium": "suspicious",
    "high": "suspicious",
    "critical": "malicious",
}
"""The rating of a detection's severity; the words are those of verdicts on programs."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def iso(time: int | None) -> str | None:
    """Nanoseconds since 1970 as ISO 8601 UTC with milliseconds; None stays None."""
    if time is None:
        return None
    try:
        moment = _EPOCH + timedelta(microseconds=time // 1000)
    except OverflowError:
        return None
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03d}Z"


@dataclass(frozen=True, slots=True)
class Process:
    """A process execution as the common activity tables name it; None is what the sensor did not say.

    `status` is "Success" or "Failure": a failed start ran nothing, and is worth knowing all the same.
    """

    name: str | None = None
    path: str | None = None
    pid: int | None = None
    uid: str | None = None
    command_line: str | None = None
    user: str | None = None
    status: str | None = None

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "name": self.name,
            "path": self.path,
            "pid": self.pid,
            "uid": self.uid,
            "command_line": self.command_line,
            "user": self.user,
            "status": self.status,
        }


class Matched(NamedTuple):
    """A field that a rule matched: how it was compared, with what, and what it held."""

    field: str
    test: str
    wanted: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why one detection, rule, or the reading of its Python, flagged a process.

    Its flags, its score, the row its query returned, and the records (origins) the row was made from. `matched` are
    the fields a Sigma rule matched. `rating` is notable, suspicious or malicious.
    """

    detection: str
    name: str
    severity: str
    confidence: str
    attack: tuple[str, ...]
    flags: tuple[str, ...]
    score: int | None
    origins: tuple[Origin, ...] = ()
    row: Mapping[str, object] = field(default_factory=dict, compare=False)
    matched: tuple[Matched, ...] = field(default=(), compare=False)
    rating: str = "notable"
    language: str = ""
    """The language of the text that was run; "" where it was no detection's."""
    sigma: bool = False
    """Whether it is a Sigma rule's, whose id says nothing to a person."""

    @property
    def label(self) -> str:
        """What it is called for a person: a detection by its id, a Sigma rule by its title."""
        return self.name if self.sigma else self.detection

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "detection": self.detection,
            "name": self.name,
            "severity": self.severity,
            "confidence": self.confidence,
            "rating": self.rating,
            "attack": list(self.attack),
            "flags": list(self.flags),
            "score": self.score,
            "origins": [origin._asdict() for origin in self.origins],
            "row": dict(self.row),
            "matched": [one._asdict() for one in self.matched],
        }


@dataclass(frozen=True, slots=True)
class Step:
    """One thing in a chain: a process that started, a connection, or a file; and what a process did.

    kind      process, connection or file.
    text      its command line; its address and port; its path.
    name      of a process its file name; of a connection to or from; of a file what was done to it.
    outcome   "failed" for a connection that did not come about.
    times     how often it was done.
    flagged   whether it is the execution that the finding is about, or one of another finding.
    more      how many of the things it did are left out.
    """

    kind: str
    time: int | None
    text: str
    name: str = ""
    pid: int | None = None
    outcome: str = ""
    times: int = 1
    flagged: bool = False
    children: tuple[Step, ...] = ()
    more: int = 0

    def every(self) -> Iterator[Step]:
        """It, and everything below it."""
        yield self
        for child in self.children:
            yield from child.every()

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        made: dict[str, object] = {"kind": self.kind, "time": iso(self.time), "text": self.text, "name": self.name}
        if self.kind == "process":
            made |= {"pid": self.pid, "flagged": self.flagged}
        if self.outcome:
            made["outcome"] = self.outcome
        if self.times > 1:
            made["times"] = self.times
        if self.more:
            made["more"] = self.more
        return made | {"children": [child.as_dict() for child in self.children]} if self.kind == "process" else made


@dataclass(frozen=True, slots=True)
class Finding:
    """One process execution that at least one detection flagged, or whose Python was found to be bad.

    `time` is nanoseconds since 1970 UTC. `score` is the highest score of its evidence; `origins` are all places
    in the logs where the execution is recorded and was flagged. `program` is what was read of its Python, None
    where it has none or it was not read. `chain` is the tree around it: ancestors, children, connections, files.
    """

    time: int | None
    host: str | None
    process: Process
    parent: Process
    evidence: tuple[Evidence, ...]
    origins: tuple[Origin, ...]
    product: str
    program: Program | None = field(default=None, compare=False)
    chain: Step | None = field(default=None, compare=False)

    @property
    def verdict(self) -> str | None:
        """What the reading of its Python says: benign, notable, suspicious or malicious."""
        return None if self.program is None else self.program.verdict

    @property
    def behaviours(self) -> tuple[str, ...]:
        """What its Python does, as rule ids, strongest first."""
        return () if self.program is None else self.program.behaviours

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Addresses, paths and the like in its Python."""
        return () if self.program is None else self.program.indicators

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The program texts that were opened in it, the outermost first."""
        return () if self.program is None else self.program.layers

    @property
    def fingerprint(self) -> str:
        """What the shape of its Python is called: the same for runs of one tool; "" without code."""
        return "" if self.program is None else self.program.fingerprint

    @property
    def rating(self) -> str:
        """The worst rating of its evidence: notable, suspicious or malicious."""
        return worst((e.rating for e in self.evidence), default="notable")

    @property
    def score(self) -> int:
        """The highest score of its evidence; 0 where no detection scores."""
        return max((e.score or 0 for e in self.evidence), default=0)

    @property
    def severity(self) -> str:
        """The highest severity of its evidence."""
        return max((e.severity for e in self.evidence), key=severity_rank, default="informational")

    @property
    def confidence(self) -> str:
        """The highest confidence of its evidence."""
        return max((e.confidence for e in self.evidence), key=severity_rank, default="low")

    @property
    def attack(self) -> tuple[str, ...]:
        """All ATT&CK ids of its evidence."""
        return tuple(sorted({id for e in self.evidence for id in e.attack}))

    @property
    def flags(self) -> tuple[str, ...]:
        """All flags of its evidence, in the order detections give them."""
        return tuple(dict.fromkeys(flag for e in self.evidence for flag in e.flags))

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "time": iso(self.time),
            "score": self.score,
            "severity": self.severity,
            "confidence": self.confidence,
            "rating": self.rating,
            "verdict": self.verdict,
            "behaviours": list(self.behaviours),
            "attack": list(self.attack),
            "host": self.host,
            "user": self.process.user,
            "process": self.process.as_dict(),
            "parent": self.parent.as_dict(),
            "flags": list(self.flags),
            "program": _program(self.program),
            "chain": None if self.chain is None else self.chain.as_dict(),
            "detections": [e.as_dict() for e in self.evidence],
            "origins": [origin._asdict() for origin in self.origins],
            "product": self.product,
        }


MOST_LAYER = 65_536
"""Characters of a layer's text in a finding's document: thousands of findings may be of one unpacked bomb."""


def _program(program: Program | None) -> dict[str, object] | None:
    """What a finding says of its program beyond its verdict and behaviours, as plain values."""
    if program is None:
        return None
    return {
        "summary": program.summary,
        "sightings": [sighting.as_dict() for sighting in program.sightings],
        "layers": [_layer(layer) for layer in program.layers],
        "indicators": [indicator.as_dict() for indicator in program.indicators],
        "fingerprint": program.fingerprint,
        "notes": list(program.notes),
    }


def _layer(layer: Layer) -> dict[str, object]:
    return {**layer._replace(text=layer.text[:MOST_LAYER]).as_dict(), "characters": len(layer.text)}


_RANKS = ("informational", "low", "medium", "high", "critical")


def severity_rank(word: str) -> int:
    """Position of a severity or confidence word, unknown words lowest."""
    return _RANKS.index(word) if word in _RANKS else -1


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as the published pages sort them: score, then time, newest first; then by place, so that
    two runs agree."""
    by_place = sorted(findings, key=_place)
    by_time = sorted(by_place, key=lambda f: -1 if f.time is None else f.time, reverse=True)
    return sorted(by_time, key=lambda f: -f.score)


def _place(finding: Finding) -> tuple[object, ...]:
    first = finding.origins[0] if finding.origins else Origin("")
    return (first.file, first.line or 0, first.record or 0, finding.process.command_line or "")
